package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Inherited methods: SQLite's driver implements {@code java.sql.Statement} and {@code ResultSet}
 * with methods of superclasses that implement neither interface.
 */
final class InheritedMethodsIT {
  @TempDir private Path folder;

  @Test
  void countsExecutionsAndRows() throws IOException {
    ServiceCommand command =
        ServiceCommand.of("jdk", folder)
            .jvmArg("-Dshop.connections=hikari")
            // SQLite's driver validates connections with a statement; this setting avoids it.
            .jvmArg("-Dcom.zaxxer.hikari.aliveBypassWindowMs=600000")
            .jvmArg("-Dshop.url=jdbc:sqlite:shop.db?synchronous=OFF");
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
    assertEquals(
        30, rows(report, "SELECT id, name, price FROM items WHERE order_id = ? ORDER BY id"));
    assertEquals(18, rows(report, "SELECT name FROM items WHERE order_id = ? AND name <> ?"));
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static long rows(Report report, String sql) {
    List<JsonNode> statements =
        report
            .elements("statements")
            .filter(node -> node.path("sql").asText().equals(sql))
            .toList();
    assertEquals(1, statements.size(), () -> report.json().path("statements").toPrettyString());
    return statements.get(0).path("rows").asLong();
  }
}
