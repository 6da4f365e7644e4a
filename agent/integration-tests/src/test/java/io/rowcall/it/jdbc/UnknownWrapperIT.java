package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MariaDB and H2 in one JVM, behind pools that cache statements. The innermost driver determines
 * the SQL dialect, and the same text on the two databases is two statements.
 */
@Tag("compat")
final class UnknownWrapperIT {
  private static final int ROUNDS = 3;

  @Test
  void parsesSqlInTheDialectOfTheInnermostDriver(@TempDir Path folder) throws IOException {
    Path jar = ServiceCommand.SERVICES.resolve("mariadb/target/mariadb.jar");
    ServiceCommand command =
        ServiceCommand.of("mariadb", folder)
            .mainClass(jar.toString(), "io.acme.mariadb.TwoDatabases");
    try (ServiceProcess service = command.start()) {
      for (int i = 0; i < ROUNDS; i++) {
        for (String path : List.of("/text", "/prepared", "/batch", "/shared")) {
          assertEquals(200, service.get(path).status(), path);
        }
      }
      service.exit();
    }
    Report report = Report.in(folder);
    assertFalse(report.json().toString().contains("topsecret"), "a literal is in the report");

    assertEquals(
        List.of(
            "SELECT \"NAME\" FROM author: AUTHOR",
            "SELECT CONCAT(?, name) FROM author WHERE id = ?: author"),
        statements(report, "/text"));
    assertEquals(
        List.of(
            "SELECT \"ID\" FROM AUTHOR WHERE \"NAME\" = ? OR ? = \"NAME\": AUTHOR",
            "SELECT CONCAT(?, name) FROM author WHERE id = ?: author"),
        statements(report, "/prepared"));
    assertEquals(
        List.of(
            "UPDATE author SET \"NAME\" = ? WHERE \"ID\" = ?: AUTHOR",
            "UPDATE author SET name = CONCAT(name, ?) WHERE id = ?: author"),
        statements(report, "/batch"));
    assertEquals(
        List.of(
            "SELECT id FROM author WHERE id = ?: AUTHOR",
            "SELECT id FROM author WHERE id = ?: author"),
        statements(report, "/shared"));
    for (String path : List.of("/text", "/prepared", "/batch", "/shared")) {
      JsonNode endpoint = report.endpoint(path);
      assertEquals(2 * ROUNDS, endpoint.at("/executions/total").asInt(), endpoint::toString);
    }
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  /** The statements of an endpoint, each as {@code sql: tables}. */
  private static List<String> statements(Report report, String path) {
    List<String> statements = new ArrayList<>();
    for (JsonNode share : report.endpoint(path).path("statements")) {
      JsonNode statement = report.statement(share);
      List<String> tables = Report.stream(statement.path("tables")).map(JsonNode::asText).toList();
      statements.add(statement.path("sql").asText() + ": " + String.join(",", tables));
    }
    statements.sort(String::compareTo);
    return statements;
  }
}
