package io.rowcall.core.findings;

import static io.rowcall.core.record.Script.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.record.SitesOfTests;
import io.rowcall.core.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NPlusOneWriteTest {
  private static final String INSERT = "INSERT INTO visit (pet_id) VALUES (?)";

  @Test
  void namesTheStatementAndTheQueryWhoseRowsItWritesFor() {
    assertEquals(
        "N+1 write: INSERT visit ×10 at Visits.java:12, for the 10 rows of SELECT pet."
            + " Send them as one batch to visit: addBatch for each, executeBatch once.",
        Findings.sentence(
            s ->
                s.select("SELECT id FROM pet", 10)
                    .at(SitesOfTests.at("Visits", 12))
                    .each(10, i -> s.write(INSERT, i))));
  }

  @Test
  void needsFiveWritesOfOneRowEach() {
    assertEquals(List.of(), Findings.of(s -> s.each(4, i -> s.write(INSERT, i))));
    assertEquals(
        List.of("n+1-write likely visit"), Findings.of(s -> s.each(5, i -> s.write(INSERT, i))));
    assertEquals(List.of(), Findings.of(s -> s.batch(INSERT, 1_000)));
  }

  @Test
  void suspectsWritesOfTheSameRow() {
    assertEquals(
        List.of("n+1-write suspect counter"),
        Findings.of(s -> s.each(9, i -> s.write("UPDATE counter SET n = n + 1 WHERE id = ?", 1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL | INSERT INTO pet (owner_id) VALUES (?) | reWriteBatchedInserts=true",
        "MYSQL | INSERT INTO pet (owner_id) VALUES (?) | rewriteBatchedStatements=true",
        "H2 | INSERT INTO pet (owner_id) VALUES (?) | addBatch for each, executeBatch once",
        "H2 | DELETE FROM pet WHERE id = ? | DELETE FROM PET WHERE id IN (…)",
        "H2 | {call vaccinate(?)} | addBatch for each, executeBatch once",
      })
  void advisesTheBatchToSend(Dialect dialect, String sql, String expected) {
    var finding =
        Findings.recorded(
            () -> {
              for (int i = 0; i < 8; i++) {
                execute(dialect, sql, 0, i);
              }
            });
    String advice = FindingText.of(finding, dialect).advice;
    assertTrue(advice.contains(expected), advice);
  }
}
