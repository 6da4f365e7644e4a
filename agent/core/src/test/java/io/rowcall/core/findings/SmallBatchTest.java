package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SmallBatchTest {
  private static final String PAIRS = "SELECT * FROM pet WHERE owner_id IN (?, ?)";
  private static final String INSERT = "INSERT INTO visit (pet_id) VALUES (?)";

  @Test
  void namesTheStatementAndTheRowsThatItFetches() {
    var text =
        Findings.text(
            Findings.only(
                s ->
                    s.select("SELECT id FROM owner", 40)
                        .each(20, i -> s.select(PAIRS, 4, i, i + 1))));
    assertEquals(
        "Small batches: SELECT pet ×20, for the 40 rows of SELECT owner."
            + " Fetch some 100 keys of pet at a time.",
        text.sentence);
    assertTrue(text.evidence.contains("20 executions for 40: 2 each, on average"));
  }

  @Test
  void findsBatchesOfWritesToo() {
    assertEquals(
        "Small batches: INSERT visit ×20, for 40 rows. Send some 100 rows of visit at a time.",
        Findings.sentence(s -> s.each(20, i -> s.batch(INSERT, 2))));
  }

  @Test
  void ignoresBatchesThatCarryMoreThanThereAreBatches() {
    assertEquals(List.of(), Findings.of(s -> s.each(20, i -> s.batch(INSERT, 50))));
    assertEquals(List.of(), Findings.of(s -> s.each(9, i -> s.batch(INSERT, 2))));
  }
}
