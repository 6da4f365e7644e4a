package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
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

  private static final String MAIN = "io.acme.jdk.Exhausted";

  @TempDir private Path folder;

  @RepeatedTest(4)
  void reportsGoOnWhenMemoryComesBack() throws IOException {
    ServiceCommand command =
        ServiceCommand.of("jdk", folder)
            .from(ServiceCommand.SERVICES.resolve("jdk/target/jdk.jar").toString(), MAIN)
            .jvm("-Xmx48m")
            .with("report.interval", "100ms");
    try (ServiceProcess service = command.start()) {
      Await.until(() -> executions() > 0, PATIENCE, service::log);
      Await.until(() -> service.stdout().contains("FREE"), PATIENCE, service::log);
      long before = executions();
      Await.until(() -> executions() > before, PATIENCE, service::log);
      service.terminate();
      assertTrue(service.agentLines().size() <= 2, service::log);
    }
    Report report = Report.in(folder);
    assertEquals(0, report.json().at("/run/running").asInt(), "it has ended");
    try (Stream<Path> all = Files.list(folder.resolve("rowcall-reports"))) {
      assertEquals(1, all.count(), "no file is left unfinished");
    }
  }

  private long executions() {
    List<Path> files = Report.files(folder.resolve("rowcall-reports"));
    return files.isEmpty() ? 0 : Report.read(files.get(0)).total("executions");
  }
}
