package io.rowcall.it.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
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
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of task attribution. An execution counts for the request that caused it, whichever
 * thread runs it: for each kind of task, under concurrent requests, and in random programs. Totals
 * are compared with the count of a wrapper of the driver.
 */
abstract class ThreadsContract {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int CLIENTS = 8;
  private static final int ROUNDS = 25;
  private static final int RANDOM_PROGRAMS = 200;

  @TempDir private Path folder;

  /** The command of the service, in the working directory {@code folder}. */
  abstract ServiceCommand command(Path folder);

  /** The Java version whose kinds of tasks are tested. */
  abstract int javaVersion();

  @Test
  void attributesEveryKindOfTask() throws Exception {
    Map<String, Integer> expected = TaskKind.executions(javaVersion());
    long driverExecutions;
    try (ServiceProcess service = start()) {
      for (int round = 0; round < ROUNDS; round++) {
        var calls = new ArrayList<Callable<ServiceResponse>>();
        for (String route : expected.keySet()) {
          calls.add(() -> service.get("/" + route));
        }
        sendAll(calls);
      }
      driverExecutions = driverExecutions(service);
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
    assertExact(report, driverExecutions);
  }

  @Test
  void attributesACallbackToTheRequestThatRegisteredIt() throws Exception {
    long driverExecutions;
    try (ServiceProcess service = start()) {
      sendAll(List.of(() -> service.get("/cross-wait"), () -> service.get("/cross-complete")));
      driverExecutions = driverExecutions(service);
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(1, report.endpoint("/cross-wait").at("/executions/total").asInt());
    assertEquals(0, report.endpoint("/cross-complete").at("/executions/total").asInt());
    assertExact(report, driverExecutions);
  }

  @Test
  void countsExecutionsAfterTheEndOfARequestAsLate() throws Exception {
    long driverExecutions;
    try (ServiceProcess service = start()) {
      service.get("/late");
      service.get("/late-go");
      driverExecutions = driverExecutions(service);
      service.exit();
    }
    Report report = Report.in(folder);
    JsonNode late = report.endpoint("/late");
    assertEquals(0, late.at("/executions/total").asInt(), late::toString);
    assertEquals(2, late.path("lateExecutions").asInt(), late::toString);
    assertEquals(0, report.endpoint("/late-go").at("/executions/total").asInt());
    assertExact(report, driverExecutions);
  }

  @Test
  @Shows(Promise.WORKERS)
  void doesNotTieAWorkerToTheRequestThatStartedIt() throws Exception {
    long driverExecutions;
    try (ServiceProcess service = start()) {
      service.get("/grow");
      service.get("/grown");
      driverExecutions = driverExecutions(service);
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(1, report.endpoint("/grow").at("/executions/total").asInt());
    assertEquals(0, report.endpoint("/grow").path("lateExecutions").asInt());
    assertEquals(0, report.endpoint("/grown").at("/executions/total").asInt());
    assertExact(report, driverExecutions);
  }

  @Test
  @Shows(Promise.WORKERS)
  void retainsNothingOfAFinishedRequest() throws Exception {
    try (ServiceProcess service = start()) {
      for (int i = 0; i < 20; i++) {
        assertEquals("left", service.get("/leave").text());
      }
      assertEquals("0 of " + 20 * 13, service.get("/retained").text());
      service.exit();
    }
    assertEquals(0, Report.in(folder).total("suppressedErrors"));
  }

  @Test
  void attributesRandomPrograms() throws Exception {
    assertEveryRequestExact("program", RANDOM_PROGRAMS, CLIENTS, seed -> seed);
  }

  /**
   * Sends requests concurrently, and compares the executions that each of them made with its line
   * in the request log.
   *
   * @param number the number in the path of the i-th request
   */
  final void assertEveryRequestExact(
      String route, int requests, int clients, IntUnaryOperator number) throws Exception {
    var expected = new ArrayList<Integer>();
    long driverExecutions;
    try (ServiceProcess service = start()) {
      var calls = new ArrayList<Callable<ServiceResponse>>();
      for (int i = 0; i < requests; i++) {
        String path = "/" + route + "/" + number.applyAsInt(i);
        calls.add(() -> service.get(path));
      }
      for (ServiceResponse response : sendAll(calls, clients)) {
        expected.add(Integer.parseInt(response.text()));
      }
      driverExecutions = driverExecutions(service);
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
    assertEquals(expected.stream().sorted().toList(), counted);
    Report report = Report.in(folder);
    JsonNode endpoint = report.endpoint("/" + route);
    assertEquals(requests, endpoint.path("requests").asInt(), endpoint::toString);
    assertEquals(
        expected.stream().mapToLong(Integer::longValue).sum(),
        endpoint.at("/executions/total").asLong(),
        endpoint::toString);
    assertEquals(0, endpoint.path("lateExecutions").asInt(), endpoint::toString);
    assertExact(report, driverExecutions);
  }

  private static void assertExact(Report report, long driverExecutions) {
    assertEquals(driverExecutions, report.total("executions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static long driverExecutions(ServiceProcess service) throws IOException {
    return Long.parseLong(service.get("/executions").text());
  }

  private ServiceProcess start() throws IOException {
    return command(folder).with("log.requests", folder.resolve("requests.log")).start();
  }

  private static List<ServiceResponse> sendAll(List<? extends Callable<ServiceResponse>> calls)
      throws Exception {
    return sendAll(calls, CLIENTS);
  }

  private static List<ServiceResponse> sendAll(
      List<? extends Callable<ServiceResponse>> calls, int clients) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      var responses = new ArrayList<ServiceResponse>();
      for (Future<ServiceResponse> response : pool.invokeAll(calls)) {
        assertEquals(200, response.get().status(), response.get().text());
        responses.add(response.get());
      }
      return responses;
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
