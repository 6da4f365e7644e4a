package io.rowcall.core.findings;

import static io.rowcall.core.record.Script.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.record.Script;
import io.rowcall.core.record.SitesOfTests;
import io.rowcall.core.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NPlusOneSelectTest {
  private static final String OWNERS = "SELECT id FROM owner";
  private static final String PETS = "SELECT * FROM pet WHERE owner_id = ?";

  @Test
  void namesTheQueryItsParentAndBothLines() {
    var finding =
        Findings.only(
            s ->
                s.at(SitesOfTests.at("Owners", 24))
                    .select(OWNERS, 20)
                    .at(SitesOfTests.at("Owners", 29))
                    .each(20, i -> s.select(PETS, 2, i)));
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    var text = Findings.text(finding);
    assertEquals(
        "N+1: SELECT pet ×20 (20 distinct binds) at Owners.java:29, for the 20 rows of"
            + " SELECT owner at Owners.java:24. Fetch them with one IN query:"
            + " SELECT … FROM pet WHERE owner_id IN (…).",
        text.sentence);
    assertEquals("19 round trips, ~19 ms of 21 ms", text.saving);
    assertTrue(
        text.evidence.contains("an earlier query of the request read exactly as many rows: 20"),
        text.evidence::toString);
  }

  @Test
  void needsFiveExecutionsOrThreeWithAParent() {
    assertEquals(List.of(), Findings.of(s -> s.each(4, i -> s.select(PETS, 1, i))));
    assertEquals(
        List.of("n+1-select suspect pet"), Findings.of(s -> s.each(5, i -> s.select(PETS, 1, i))));
    assertEquals(
        List.of("n+1-select confirmed pet for owner"),
        Findings.of(s -> s.select(OWNERS, 3).each(3, i -> s.select(PETS, 1, i))));
  }

  @Test
  void ignoresTheBatchedForm() {
    assertEquals(
        List.of(),
        Findings.of(
            s ->
                s.select(OWNERS, 60)
                    .each(6, i -> s.select("SELECT * FROM pet WHERE owner_id = ANY(?)", 20, i))));
  }

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
      })
  void advisesTheQueryToWrite(Dialect dialect, String sql, String expected) {
    FindingText text = textOfLoop(dialect, sql);
    assertTrue(text.advice.contains(expected), text.advice);
    assertTrue(text.advice.lines().count() <= 4, text.advice);
  }

  @Test
  void advisesAJoinWithTheParent() {
    assertEquals(
        List.of(
            "Fetch them with one IN query: SELECT … FROM pet WHERE owner_id IN (…).",
            "Or join pet to owner in the query that reads owner."),
        textOfLoop(Dialect.POSTGRESQL, PETS).advice.lines().toList());
  }

  /** The table whose key was bound is not the first one of the query that read it. */
  @Test
  void advisesAJoinWithTheTableThatTheBindsCameFrom() {
    long[][] rows = {{1, 911}, {1, 722}, {2, 533}, {3, 344}};
    FindingText text =
        Findings.text(
            Findings.recorded(
                () -> {
                  Script.query(
                      "SELECT o.id, p.id FROM owners o LEFT JOIN pets p ON p.owner_id = o.id",
                      rows);
                  for (long[] row : rows) {
                    execute(Dialect.H2, "SELECT * FROM visits WHERE pet_id = ?", 1, row[1]);
                  }
                }));
    assertTrue(
        text.advice.contains(
            "Or join VISITS to PETS on VISITS.pet_id = PETS.id in the query that reads OWNERS."),
        text.advice);
    assertTrue(
        text.evidence.contains("the binds are values that were read from PETS.id"),
        text.evidence::toString);
  }

  @Test
  void advisesToReadAListOnceRatherThanForEachOfItsRows() {
    FindingText text =
        Findings.text(
            Findings.only(s -> s.each(7, i -> s.select("SELECT * FROM types ORDER BY name", 6))));
    assertTrue(text.sentence.contains("for the 6 rows of SELECT types"), text.sentence);
    assertTrue(text.advice.startsWith("Read the rows of types once"), text.advice);
  }

  @Test
  void estimatesTheSavingOverANetworkWhenTheDatabaseIsLocal() {
    List<String> evidence = textOfLoop(Dialect.H2, PETS).evidence;
    assertTrue(
        evidence.stream().anyMatch(line -> line.contains("over a network of 1 ms")),
        evidence::toString);
  }

  private static FindingText textOfLoop(Dialect dialect, String sql) {
    var finding =
        Findings.recorded(
            () -> {
              execute(dialect, OWNERS, 8);
              for (int i = 0; i < 8; i++) {
                execute(dialect, sql, 1, i);
              }
            });
    return FindingText.of(finding, dialect);
  }
}
