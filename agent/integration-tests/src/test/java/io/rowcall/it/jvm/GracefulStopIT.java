package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graceful shutdown: the last report has the requests that a server completes after SIGTERM. */
@Shows(Promise.DATA_AT_EXIT)
final class GracefulStopIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int COMPLETED = 200;
  private static final int OPEN = 20;

  @TempDir private Path folder;

  @Test
  void countsRequestsThatTomcatDrains() throws IOException {
    assertCountsAllRequests(
        ServiceCommand.of("tomcat11", folder).jvmArg("-Ddrain=true"), "STOPPING", "/join", 1);
  }

  @Test
  void countsRequestsThatJettyDrains() throws IOException {
    assertCountsAllRequests(
        ServiceCommand.of("jetty12", folder).jvmArg("-Ddrain=true"), "STOPPING", "/join", 1);
  }

  @Test
  void countsRequestsThatSpringBootDrains() throws IOException {
    assertCountsAllRequests(
        ServiceCommand.of("spring-jpa", folder)
            .jvmArg("-Dserver.shutdown=graceful")
            .jvmArg("-Dspring.jpa.open-in-view=false")
            .jvmArg("-Dlogging.level.org.springframework.boot.web=info"),
        "graceful shutdown",
        "/owners/fetched",
        1);
  }

  @Test
  void writesAReportBeforeTheDrainIsKilled() throws IOException {
    try (ServiceProcess service =
        ServiceCommand.of("tomcat11", folder)
            .jvmArg("-Ddrain=true")
            .with("report.interval", "1h")
            .start()) {
      service.get("/join");
      Await.until(() -> running() == 1, TIMEOUT, service::output);
      service.get("/loop/10");
      ExecutorService clients = Executors.newCachedThreadPool();
      try {
        openRequests(service, clients, 1);
        service.sendSigterm();
        Await.until(() -> requests() == 2, TIMEOUT, service::output);
        service.kill();
      } finally {
        clients.shutdownNow();
      }
    }
    assertEquals(2, requests());
    assertEquals(1, running());
  }

  @Test
  void doesNotDelayTheExitWithoutADrain() throws IOException {
    try (ServiceProcess service = ServiceCommand.of("tomcat11", folder).start()) {
      ExecutorService clients = Executors.newCachedThreadPool();
      try {
        openRequests(service, clients, 3);
        service.terminate(); // Three requests are open, but no server drains them.
      } finally {
        clients.shutdownNow();
      }
    }
    assertEquals(0, running());
  }

  /** Asserts that the report has exactly the requests completed before and after the signal. */
  private void assertCountsAllRequests(
      ServiceCommand command, String drainLine, String path, int executions) throws IOException {
    ExecutorService clients = Executors.newCachedThreadPool();
    int completed = 0;
    try (ServiceProcess service = command.with("report.interval", "1h").start()) {
      for (int i = 0; i < COMPLETED; i++) {
        completed += service.get(path).status() == 200 ? 1 : 0;
      }
      List<CompletableFuture<ServiceResponse>> open = openRequests(service, clients, OPEN);
      service.sendSigterm();
      Await.until(
          () -> service.stdout().stream().anyMatch(line -> line.contains(drainLine)),
          TIMEOUT,
          service::output);
      Files.createFile(folder.resolve("released"));
      int drained = 0;
      for (CompletableFuture<ServiceResponse> response : open) {
        drained += response.join().status() == 200 ? 1 : 0;
      }
      assertEquals(OPEN, drained);
      service.awaitExit();
    } finally {
      clients.shutdownNow();
    }
    assertEquals(COMPLETED, completed);
    Report report = Report.in(folder);
    assertEquals(OPEN, report.endpoint("/held").path("requests").asInt());
    assertEquals(2 * OPEN, report.endpoint("/held").at("/executions/total").asInt());
    assertEquals(COMPLETED + OPEN, report.total("requests"), report::totals);
    assertEquals(
        COMPLETED * executions + 2 * OPEN,
        report.total("executions") - report.total("unattributedExecutions"),
        report::totals);
    assertEquals(0, report.json().at("/run/running").asInt(), "run.running after the end");
  }

  /** Sends requests and waits until the service handles them; they stay open until released. */
  private static List<CompletableFuture<ServiceResponse>> openRequests(
      ServiceProcess service, ExecutorService clients, int count) {
    var open = new ArrayList<CompletableFuture<ServiceResponse>>();
    for (int i = 0; i < count; i++) {
      open.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return service.get("/held");
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              clients));
    }
    Await.until(
        () -> service.stdout().stream().filter(line -> line.equals("HELD")).count() == count,
        TIMEOUT,
        service::output);
    return open;
  }

  private long requests() {
    return reports().isEmpty() ? 0 : Report.in(folder).total("requests");
  }

  private long running() {
    return reports().isEmpty() ? -1 : Report.in(folder).json().at("/run/running").asLong(-1);
  }

  private List<Path> reports() {
    List<Path> files = Report.files(folder.resolve("rowcall-reports"));
    assertTrue(files.size() <= 1, files::toString);
    return files;
  }
}
