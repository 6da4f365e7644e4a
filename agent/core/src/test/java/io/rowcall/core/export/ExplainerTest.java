package io.rowcall.core.export;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.record.Script;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explains the slowest statement, on a connection of the agent's own. */
final class ExplainerTest {
  private static final String URL = "jdbc:h2:mem:visits";

  @TempDir private Path folder;
  private Connection connection = DriverManager.getConnection(URL);

  ExplainerTest() throws SQLException {}

  @BeforeEach
  void createTheTable() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE visit (id INT PRIMARY KEY, pet_id INT, note VARCHAR)");
      statement.execute("INSERT INTO visit SELECT x, x / 3, 'note' FROM SYSTEM_RANGE(1, 3000)");
    }
  }

  @AfterEach
  void dropIt() throws SQLException {
    connection.close();
  }

  @Test
  void findsTheTableAndTheColumnWithoutAnIndex() throws IOException {
    Finding finding = only(report("explain.url=" + URL, "SELECT note FROM visit WHERE pet_id = ?"));
    assertEquals("missing-index", finding.type);
    assertEquals("GET /visits", finding.endpoint);
    assertEquals(
        "Missing index: SELECT VISIT reads all 3000 rows to return 3."
            + " Create an index on VISIT (pet_id).",
        finding.sentence);
  }

  @Test
  void ignoresStatementsThatUseAnIndex() throws IOException, SQLException {
    assertEquals(
        List.of(), report("explain.url=" + URL, "SELECT note FROM visit WHERE id = ?").findings);
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE INDEX visits_of_pet ON visit (pet_id)");
    }
    assertEquals(
        List.of(),
        report("explain.url=" + URL, "SELECT note FROM visit WHERE pet_id = ?").findings);
  }

  @Test
  void ignoresScansThatReturnManyRows() throws IOException {
    String sql = "SELECT note FROM visit WHERE note = ?";
    assertEquals(List.of(), report("explain.url=" + URL, 900, sql).findings);
  }

  @Test
  void explainsNothingWithoutAUrl() throws IOException {
    assertEquals(
        List.of(), report("slow-query=1s", "SELECT note FROM visit WHERE pet_id = ?").findings);
  }

  @Test
  void ignoresItsOwnStatementsAndAnUnreachableDatabase() throws IOException {
    Report report =
        report(
            "explain.url=jdbc:h2:tcp://127.0.0.1:1/none",
            "SELECT note FROM visit WHERE pet_id = ?");
    assertEquals(List.of(), report.findings);
    assertEquals(1, report.totals.executions);
    assertEquals(0, report.totals.suppressedErrors);
  }

  private Report report(String setting, String sql) throws IOException {
    return report(setting, 3, sql);
  }

  private Report report(String setting, int rows, String sql) throws IOException {
    for (Path file : Recorded.files(folder)) {
      java.nio.file.Files.delete(file);
    }
    return requireNonNull(
        Recorded.report(
            folder,
            "report.interval=1h," + setting,
            (Script script) -> script.request("/visits", () -> Script.execute(sql, rows, 7))));
  }

  private static Finding only(Report report) {
    assertEquals(1, report.findings.size(), () -> report.findings.size() + " findings");
    assertTrue(report.totals.findings == 1);
    return report.findings.get(0);
  }
}
