package io.rowcall.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver of SQLite answers {@code java.sql.Statement} and {@code ResultSet} with methods of
 * super classes that implement neither.
 */
final class InheritedMethodsIT {
  @TempDir private Path folder;

  @Test
  void countsPlainStatementsAndTheRowsOfResults() throws IOException {
    ServiceCommand command = ServiceCommand.of("jdk", folder).jvm("-Dshop.url=jdbc:sqlite:shop.db");
    try (ServiceProcess service = command.start()) {
      for (String route : new String[] {"/loop/10", "/literals/6", "/join", "/batch/10"}) {
        service.get(route);
      }
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(11, report.endpoint("/loop").at("/executions/total").asLong());
    assertEquals(1, report.endpoint("/join").at("/executions/total").asLong());
    assertEquals(1, report.endpoint("/batch").at("/executions/total").asLong());
    assertEquals(6, report.endpoint("/literals").at("/executions/total").asLong());
    assertEquals(1, report.findings("/loop", "n+1-select").size(), report.json()::toString);
    JsonNode loop = statement(report, "SELECT name, price FROM items WHERE order_id = ?");
    assertEquals(30, loop.path("rows").asLong(), loop::toString);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static JsonNode statement(Report report, String text) {
    return report
        .elements("statements")
        .filter(node -> node.path("text").asText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(report.json().path("statements").toPrettyString()));
  }
}
