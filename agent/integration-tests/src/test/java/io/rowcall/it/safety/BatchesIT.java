package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement whose batches fail, are cleared, and are executed again. */
@Shows({Promise.BATCHES, Promise.SAME_RESULTS})
final class BatchesIT {
  private static final int COMMANDS = 3 + 2 + 1 + 5;

  @TempDir private Path folder;

  @Test
  void haveTheSizeThatEachExecutionHas() throws IOException {
    String expected;
    try (ServiceProcess service = Safety.service(folder.resolve("plain")).withoutAgent().start()) {
      expected = service.get("/batches").text();
      assertTrue(expected.endsWith("key 20\n"), expected);
    }
    long executions;
    try (ServiceProcess service = Safety.service(folder).start()) {
      assertEquals(expected, service.get("/batches").text());
      assertEquals("1", service.get("/load/1").header("X-Query-Count"));
      executions = Safety.executions(service);
      service.exit();
    }
    Safety.assertTotals(executions, folder);
    Report report = Report.in(folder);
    JsonNode insert =
        report
            .elements("statements")
            .filter(statement -> statement.path("sql").asText().startsWith("INSERT INTO words"))
            .findFirst()
            .orElseThrow();
    assertEquals(COMMANDS, insert.path("batchedCommands").asLong(), insert::toString);
    assertEquals(6, report.endpoint("/batches").at("/executions/total").asLong());
  }
}
