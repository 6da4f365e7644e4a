package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report holds when the JVM ends, however it ends. */
final class ExitIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void writesAllThatWasCountedAtSystemExit() throws IOException {
    try (ServiceProcess service = command("1h").start()) {
      service.get("/loop/10");
      service.exit();
      assertEquals(0, service.exitCode());
    }
    assertTheLoop();
  }

  @Test
  void writesAllThatWasCountedAtSigterm() throws IOException {
    try (ServiceProcess service = command("1h").start()) {
      service.get("/loop/10");
      service.terminate();
      assertEquals(128 + 15, service.exitCode());
    }
    assertTheLoop();
  }

  @Test
  void leavesTheLastPeriodicReportAtSigkill() throws IOException {
    try (ServiceProcess service = command("1s").start()) {
      service.get("/loop/10");
      Await.until(this::theLoopIsWritten, PATIENCE, () -> "no report of the loop in " + folder);
      service.kill();
    }
    assertTheLoop();
  }

  private ServiceCommand command(String interval) {
    return ServiceCommand.of("jdk", folder).with("report.interval", interval);
  }

  /** Replaced atomically: whatever is there can be read. */
  private boolean theLoopIsWritten() {
    List<Path> files =
        Report.files(folder.resolve("rowcall-reports")).stream()
            .filter(file -> file.toString().endsWith(".json"))
            .toList();
    return !files.isEmpty() && Report.read(files.get(0)).hasEndpoint("/loop");
  }

  private void assertTheLoop() {
    Report report = Report.in(folder);
    assertEquals(11, report.endpoint("/loop").at("/executions/total").asLong());
    assertTrue(report.findings("/loop", "n+1-select").size() == 1, report.json()::toString);
  }
}
