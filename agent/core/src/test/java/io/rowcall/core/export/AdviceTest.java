package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.sql.Dialect;
import io.rowcall.format.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdviceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL | SELECT * FROM pet WHERE owner_id = ?"
            + " | SELECT … FROM pet WHERE owner_id IN (…)",
        "POSTGRESQL | SELECT COUNT(*) FROM pet WHERE owner_id = ? | GROUP BY owner_id",
        "POSTGRESQL | SELECT * FROM pet WHERE owner_id = ? FOR UPDATE"
            + " | WHERE owner_id IN (…) ORDER BY owner_id FOR UPDATE",
        "POSTGRESQL | SELECT * FROM pet WHERE owner_id = ? ORDER BY born DESC LIMIT 1"
            + " | ROW_NUMBER() OVER (PARTITION BY owner_id",
        "POSTGRESQL | INSERT INTO pet (owner_id) VALUES (?) | reWriteBatchedInserts=true",
        "MYSQL | INSERT INTO pet (owner_id) VALUES (?) | rewriteBatchedStatements=true",
        "H2 | INSERT INTO pet (owner_id) VALUES (?) | addBatch for each, executeBatch once",
        "H2 | DELETE FROM pet WHERE id = ? | DELETE FROM PET WHERE id IN (…)",
        "H2 | {call vaccinate(?)} | addBatch for each, executeBatch once",
      })
  void namesTheStatementToWrite(Dialect dialect, String sql, String expected) throws IOException {
    Finding finding = loopOf(dialect, sql);
    assertTrue(finding.advice.contains(expected), finding.advice);
    int lines = finding.advice.split("\n", -1).length;
    assertTrue(lines >= 1 && lines <= 4, finding.advice);
  }

  @Test
  void joinsTheParentThatItKnows() throws IOException {
    assertEquals(
        List.of(
            "Fetch them with one IN query: SELECT … FROM pet WHERE owner_id IN (…).",
            "Or join pet to owner in the query that reads owner."),
        loopOf(Dialect.POSTGRESQL, "SELECT * FROM pet WHERE owner_id = ?").advice.lines().toList());
  }

  @Test
  void saysWhatANetworkWouldMakeOfALocalDatabase() throws IOException {
    Finding finding = loopOf(Dialect.H2, "SELECT * FROM pet WHERE owner_id = ?");
    assertTrue(
        finding.evidence.stream().anyMatch(line -> line.contains("over a network of 1 ms")),
        finding.evidence::toString);
  }

  private Finding loopOf(Dialect dialect, String sql) throws IOException {
    var report =
        Recorded.report(
            folder,
            script ->
                script.request(
                    "/a",
                    () -> {
                      execute(dialect, "SELECT id FROM owner", 8);
                      for (int i = 0; i < 8; i++) {
                        execute(dialect, sql, sql.startsWith("SELECT") ? 1 : 0, i);
                      }
                    }));
    assertEquals(1, requireNonNull(report).findings.size());
    return report.findings.get(0);
  }
}
