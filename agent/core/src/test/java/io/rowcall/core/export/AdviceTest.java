package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.record.Script;
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
        "POSTGRESQL | SELECT * FROM pet WHERE id = ? LIMIT 1 | SELECT … FROM pet WHERE id IN (…)",
        "MYSQL | SELECT * FROM pet WHERE id = ? LIMIT 21 | SELECT … FROM pet WHERE id IN (…)",
        "H2 | SELECT * FROM pet WHERE id = ? FETCH FIRST ? ROWS ONLY | WHERE id IN (…)",
        "POSTGRESQL | SELECT p.* FROM pet p WHERE p.id = ? ORDER BY p.id ASC LIMIT 1"
            + " | SELECT … FROM pet WHERE id IN (…)",
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

  /** The table whose key was bound is not the first one of the query that read it. */
  @Test
  void joinsTheTableOfAJoinedParentThatTheBindsCameFrom() throws IOException {
    long[][] rows = {{1, 911}, {1, 722}, {2, 533}, {3, 344}};
    var report =
        Recorded.report(
            folder,
            script ->
                script.request(
                    "/owners",
                    () -> {
                      Script.query(
                          "SELECT o.id, p.id FROM owners o LEFT JOIN pets p ON p.owner_id = o.id",
                          rows);
                      for (long[] row : rows) {
                        execute(Dialect.H2, "SELECT * FROM visits WHERE pet_id = ?", 1, row[1]);
                      }
                    }));
    Finding finding = requireNonNull(report).findings.get(0);
    assertTrue(
        finding.advice.contains(
            "Or join VISITS to PETS on VISITS.pet_id = PETS.id in the query that reads OWNERS."),
        finding.advice);
    assertTrue(
        finding.evidence.contains("the binds are values that were read from PETS.id"),
        finding.evidence::toString);
  }

  @Test
  void saysWhatToDoInPlaceOfReadingAListForEachOfItsRows() throws IOException {
    var report =
        Recorded.report(
            folder,
            script ->
                script.request(
                    "/form",
                    () -> {
                      for (int i = 0; i < 7; i++) {
                        execute("SELECT * FROM types ORDER BY name", 6);
                      }
                    }));
    Finding finding = requireNonNull(report).findings.get(0);
    assertEquals("n+1-select", finding.type);
    assertTrue(finding.sentence.contains("for the 6 rows of SELECT TYPES"), () -> finding.sentence);
    assertTrue(finding.advice.startsWith("Read the rows of TYPES once"), finding.advice);
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
