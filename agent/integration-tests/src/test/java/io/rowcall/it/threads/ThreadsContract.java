package io.rowcall.it.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A query counts for the request that caused it, whichever thread runs it: exactly, on each kind of
 * thread, in a crowd of requests and in programs that chance has written. The database's driver
 * counts along.
 */
abstract class ThreadsContract {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int CLIENTS = 8;
  private static final int ROUNDS = 25;
  private static final int PROGRAMS = 200;

  @TempDir private Path folder;

  /** The service on the Java of the test. */
  abstract ServiceCommand command(Path folder);

  /** Which Java that is. */
  abstract int java();

  @Test
  void countOnEveryKindOfThread() throws Exception {
    Map<String, Integer> expected = FollowedWork.executions(java());
    long spied;
    try (ServiceProcess service = start()) {
      for (int round = 0; round < ROUNDS; round++) {
        var calls = new ArrayList<Callable<Answer>>();
        for (String route : expected.keySet()) {
          calls.add(() -> service.get("/" + route));
        }
        all(calls);
      }
      spied = spied(service);
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    for (var entry : expected.entrySet()) {
      JsonNode endpoint = report.endpoint("/" + entry.getKey());
      assertEquals(ROUNDS, endpoint.path("requests").asInt(), endpoint::toString);
      assertEquals(0, endpoint.path("errors").asInt(), endpoint::toString);
      assertEquals(0, endpoint.path("lateExecutions").asInt(), endpoint::toString);
      assertEquals(
          ROUNDS * entry.getValue(), endpoint.at("/executions/total").asInt(), endpoint::toString);
      assertEquals(entry.getValue(), endpoint.at("/executions/max").asInt(), endpoint::toString);
    }
    assertExact(report, spied);
  }

  @Test
  void countACallbackForTheRequestThatHasAttachedIt() throws Exception {
    long spied;
    try (ServiceProcess service = start()) {
      all(List.of(() -> service.get("/cross-wait"), () -> service.get("/cross-complete")));
      spied = spied(service);
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(1, report.endpoint("/cross-wait").at("/executions/total").asInt());
    assertEquals(0, report.endpoint("/cross-complete").at("/executions/total").asInt());
    assertExact(report, spied);
  }

  @Test
  void countWhatOutlivesItsRequestInAFigureOfItsOwn() throws Exception {
    long spied;
    try (ServiceProcess service = start()) {
      service.get("/late");
      service.get("/late-go");
      spied = spied(service);
      service.exit();
    }
    Report report = Report.in(folder);
    JsonNode late = report.endpoint("/late");
    assertEquals(0, late.at("/executions/total").asInt(), late::toString);
    assertEquals(2, late.path("lateExecutions").asInt(), late::toString);
    assertEquals(0, report.endpoint("/late-go").at("/executions/total").asInt());
    assertExact(report, spied);
  }

  @Test
  void leaveAPoolsWorkerToItsTasks() throws Exception {
    long spied;
    try (ServiceProcess service = start()) {
      service.get("/grow");
      service.get("/grown");
      spied = spied(service);
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(1, report.endpoint("/grow").at("/executions/total").asInt());
    assertEquals(0, report.endpoint("/grow").path("lateExecutions").asInt());
    assertEquals(0, report.endpoint("/grown").at("/executions/total").asInt());
    assertExact(report, spied);
  }

  @Test
  void holdNothingOfARequestThatHasEnded() throws Exception {
    try (ServiceProcess service = start()) {
      for (int i = 0; i < 20; i++) {
        assertEquals("left", service.get("/leave").text());
      }
      assertEquals("0", service.get("/held").text());
      service.exit();
    }
    assertEquals(0, Report.in(folder).total("suppressedErrors"));
  }

  @Test
  void countInProgramsThatChanceHasWritten() throws Exception {
    assertEveryRequestExact("program", PROGRAMS, CLIENTS, seed -> seed);
  }

  /** Drives so many requests, and compares what each of them asked with the line in the log. */
  final void assertEveryRequestExact(
      String route, int requests, int clients, java.util.function.IntUnaryOperator number)
      throws Exception {
    var asked = new ArrayList<Integer>();
    long spied;
    try (ServiceProcess service = start()) {
      var calls = new ArrayList<Callable<Answer>>();
      for (int i = 0; i < requests; i++) {
        String path = "/" + route + "/" + number.applyAsInt(i);
        calls.add(() -> service.get(path));
      }
      for (Answer answer : all(calls, clients)) {
        asked.add(Integer.parseInt(answer.text()));
      }
      spied = spied(service);
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    List<Integer> counted =
        Files.readAllLines(folder.resolve("requests.log")).stream()
            .map(ThreadsContract::json)
            .filter(line -> line.path("endpoint").asText().contains("/" + route))
            .map(line -> line.path("queryCount").asInt())
            .sorted()
            .toList();
    assertEquals(asked.stream().sorted().toList(), counted);
    Report report = Report.in(folder);
    JsonNode endpoint = report.endpoint("/" + route);
    assertEquals(
        asked.stream().mapToLong(Integer::longValue).sum(),
        endpoint.at("/executions/total").asLong(),
        endpoint::toString);
    assertEquals(0, endpoint.path("lateExecutions").asInt(), endpoint::toString);
    assertExact(report, spied);
  }

  private static void assertExact(Report report, long spied) {
    assertEquals(spied, report.total("executions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(0, report.total("droppedRequests"), report::totals);
  }

  private static long spied(ServiceProcess service) throws IOException {
    return Long.parseLong(service.get("/spied").text());
  }

  private ServiceProcess start() throws IOException {
    return command(folder).with("log.requests", folder.resolve("requests.log")).start();
  }

  private static List<Answer> all(List<? extends Callable<Answer>> calls) throws Exception {
    return all(calls, CLIENTS);
  }

  private static List<Answer> all(List<? extends Callable<Answer>> calls, int clients)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      var answers = new ArrayList<Answer>();
      for (Future<Answer> answer : pool.invokeAll(calls)) {
        assertEquals(200, answer.get().status(), answer.get().text());
        answers.add(answer.get());
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(line, e);
    }
  }
}
