package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applications that log everything, the driver's calls included, through Logback and Log4j, while
 * the agent logs everything, too.
 */
@Shows(Promise.LOGGING)
final class LoggingApplicationIT {
  @TempDir private Path folder;

  @Test
  void countsExactlyWithLogback() throws IOException {
    assertCountsExactly(Safety.program(folder, "SafetyService", "logback-classic", "logback-core"));
  }

  @Test
  void countsExactlyWithLog4j() throws IOException {
    assertCountsExactly(
        Safety.program(folder, "SafetyService", "log4j-slf4j-impl", "log4j-api", "log4j-core")
            .jvmArg("-Dorg.apache.logging.log4j.level=TRACE"));
  }

  private void assertCountsExactly(ServiceCommand command) throws IOException {
    long executions;
    try (ServiceProcess service =
        command
            .with("log.level", "debug")
            .jvmArg("-Dsafety.url=jdbc:h2:mem:safety;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=4")
            .start()) {
      assertEquals("10", service.get("/load/10").header("X-Query-Count"));
      executions = Safety.executions(service);
      service.exit();
      List<String> lines = service.stdout();
      assertTrue(
          lines.stream().anyMatch(line -> line.contains("request of load")), lines::toString);
      assertTrue(lines.stream().anyMatch(line -> line.contains("h2database")), lines::toString);
    }
    Safety.assertTotals(executions, folder);
    assertEquals(0, Report.in(folder).total("suppressedErrors"));
  }
}
