package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
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

/** What a server still answers after SIGTERM, while it drains, is in the last report. */
final class GracefulStopIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BEFORE = 200;
  private static final int HELD = 20;

  @TempDir private Path folder;

  @Test
  void countsWhatTomcatAnswersWhileItDrains() throws IOException {
    assertAllAreCounted(
        ServiceCommand.of("tomcat11", folder).jvm("-Ddrain=true"), "STOPPING", "/join", 1);
  }

  @Test
  void countsWhatJettyAnswersWhileItDrains() throws IOException {
    assertAllAreCounted(
        ServiceCommand.of("jetty12", folder).jvm("-Ddrain=true"), "STOPPING", "/join", 1);
  }

  @Test
  void countsWhatSpringBootAnswersWhileItDrains() throws IOException {
    assertAllAreCounted(
        ServiceCommand.of("spring-jpa", folder)
            .jvm("-Dserver.shutdown=graceful")
            .jvm("-Dspring.jpa.open-in-view=false")
            .jvm("-Dlogging.level.org.springframework.boot.web=info"),
        "graceful shutdown",
        "/owners/fetched",
        1);
  }

  @Test
  void leavesWhatWasAnsweredToWhoeverKillsTheDrain() throws IOException {
    try (ServiceProcess service =
        ServiceCommand.of("tomcat11", folder)
            .jvm("-Ddrain=true")
            .with("report.interval", "1h")
            .start()) {
      service.get("/join");
      Await.until(() -> running() == 1, PATIENCE, service::log);
      service.get("/loop/10");
      ExecutorService clients = Executors.newCachedThreadPool();
      try {
        held(service, clients, 1);
        service.signal();
        Await.until(() -> requests() == 2, PATIENCE, service::log);
        service.kill();
      } finally {
        clients.shutdownNow();
      }
    }
    assertEquals(2, requests());
    assertEquals(1, running());
  }

  @Test
  void holdsUpNoJvmThatHasNothingToDrain() throws IOException {
    try (ServiceProcess service = ServiceCommand.of("tomcat11", folder).start()) {
      ExecutorService clients = Executors.newCachedThreadPool();
      try {
        held(service, clients, 3);
        service.terminate(); // Though three requests are open, which nobody waits for.
      } finally {
        clients.shutdownNow();
      }
    }
    assertEquals(0, running());
  }

  /** The report has exactly what clients were answered, before and after the signal. */
  private void assertAllAreCounted(
      ServiceCommand command, String stopping, String path, int executions) throws IOException {
    ExecutorService clients = Executors.newCachedThreadPool();
    int answered = 0;
    try (ServiceProcess service = command.with("report.interval", "1h").start()) {
      for (int i = 0; i < BEFORE; i++) {
        answered += service.get(path).status() == 200 ? 1 : 0;
      }
      List<CompletableFuture<Answer>> open = held(service, clients, HELD);
      service.signal();
      Await.until(
          () -> service.stdout().stream().anyMatch(line -> line.contains(stopping)),
          PATIENCE,
          service::log);
      Files.createFile(folder.resolve("released"));
      int late = 0;
      for (CompletableFuture<Answer> answer : open) {
        late += answer.join().status() == 200 ? 1 : 0;
      }
      assertEquals(HELD, late);
      service.ended();
    } finally {
      clients.shutdownNow();
    }
    assertEquals(BEFORE, answered);
    Report report = Report.in(folder);
    assertEquals(HELD, report.endpoint("/held").path("requests").asInt());
    assertEquals(2 * HELD, report.endpoint("/held").at("/executions/total").asInt());
    assertEquals(BEFORE + HELD, report.total("requests"), report::totals);
    assertEquals(
        BEFORE * executions + 2 * HELD,
        report.total("executions") - report.total("unattributedExecutions"),
        report::totals);
    assertEquals(0, report.json().at("/run/running").asInt(), "it has ended");
  }

  /** Sends requests that are being served when this returns, and until they are released. */
  private static List<CompletableFuture<Answer>> held(
      ServiceProcess service, ExecutorService clients, int count) {
    var open = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < count; i++) {
      open.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return service.get("/held");
                } catch (IOException cut) {
                  throw new java.io.UncheckedIOException(cut);
                }
              },
              clients));
    }
    Await.until(
        () -> service.stdout().stream().filter(line -> line.equals("HELD")).count() == count,
        PATIENCE,
        service::log);
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
