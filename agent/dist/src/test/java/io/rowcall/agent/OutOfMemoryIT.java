package io.rowcall.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A service whose heap was full for a while has its reports when it is not any more. */
final class OutOfMemoryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @RepeatedTest(4)
  void reportsGoOnWhenMemoryComesBack() throws IOException {
    ServiceCommand command =
        ServiceCommand.of("jdk", folder).jvm("-Xmx48m").with("report.interval", "100ms");
    try (ServiceProcess service = command.start()) {
      service.get("/loop/10");
      Await.until(() -> loops() == 1, PATIENCE, service::log);
      assertEquals(200, service.get("/exhaust/3000").status());
      assertEquals(200, service.get("/loop/10").status());
      assertEquals(200, service.get("/slow/250").status());
      Await.until(() -> loops() == 2, PATIENCE, service::log);
      service.exit();
      long told = service.agentLines().size();
      assertTrue(told <= 2, service::log);
    }
    Report report = Report.in(folder);
    assertEquals(22, report.endpoint("/loop").at("/executions/total").asInt());
    assertEquals(1, report.findings("/loop", "n+1-select").size());
    assertEquals(0, report.json().at("/run/running").asInt());
    try (Stream<Path> all = Files.list(folder.resolve("rowcall-reports"))) {
      assertEquals(1, all.count(), "no file is left unfinished");
    }
  }

  private int loops() {
    List<Path> files = Report.files(folder.resolve("rowcall-reports"));
    if (files.isEmpty()) {
      return 0;
    }
    Report report = Report.read(files.get(0));
    return report.hasEndpoint("/loop") ? report.endpoint("/loop").path("requests").asInt() : 0;
  }
}
