package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports at the end of a JVM: exit, SIGTERM, SIGKILL. */
@Shows(Promise.DATA_AT_EXIT)
final class ExitIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void writesAllCountsAtSystemExit() throws IOException {
    try (ServiceProcess service = command("1h").start()) {
      service.get("/loop/10");
      service.exit();
      assertEquals(0, service.exitCode());
    }
    assertLoopReported();
  }

  @Test
  void writesAllCountsAtSigterm() throws IOException {
    try (ServiceProcess service = command("1h").start()) {
      service.get("/loop/10");
      service.terminate();
      assertEquals(128 + 15, service.exitCode());
    }
    assertLoopReported();
  }

  @Test
  void leavesTheLastPeriodicReportAfterSigkill() throws IOException {
    try (ServiceProcess service = command("1s").start()) {
      service.get("/loop/10");
      Await.until(this::isLoopReported, TIMEOUT, () -> "no report of the loop in " + folder);
      service.kill();
    }
    assertLoopReported();
  }

  private ServiceCommand command(String interval) {
    return ServiceCommand.of("jdk", folder).with("report.interval", interval);
  }

  /** Reports are replaced atomically, so a file can be read at any time. */
  private boolean isLoopReported() {
    List<Path> files =
        Report.files(folder.resolve("rowcall-reports")).stream()
            .filter(file -> file.toString().endsWith(".json"))
            .toList();
    return !files.isEmpty() && Report.read(files.get(0)).hasEndpoint("/loop");
  }

  private void assertLoopReported() {
    Report report = Report.in(folder);
    assertEquals(11, report.endpoint("/loop").at("/executions/total").asLong());
    assertEquals(1, report.findings("/loop", "n+1-select").size(), report.json()::toString);
  }
}
