package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.record.SitesOfTests;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DuplicateTest {
  private static final String USER = "SELECT * FROM users WHERE id = ?";

  @Test
  void namesBothLines() {
    var text =
        Findings.text(
            Findings.only(
                s ->
                    s.at(SitesOfTests.at("Filter", 12))
                        .select(USER, 1, 7)
                        .at(SitesOfTests.at("Controller", 40))
                        .select(USER, 1, 7)));
    assertEquals(
        "Duplicate: SELECT users ×2 (1 distinct bind) at Filter.java:12 and again at"
            + " Controller.java:40. Execute it once and pass the result on.",
        text.sentence);
    assertEquals("1 round trip, ~1.0 ms of 2.0 ms", text.saving);
  }

  @Test
  void ignoresARepetitionAfterAWrite() {
    assertEquals(
        List.of(),
        Findings.of(
            s ->
                s.select(USER, 1, 7)
                    .write("UPDATE users SET name = ? WHERE id = ?", "x", 7)
                    .select(USER, 1, 7)));
  }

  @Test
  void ignoresAResultOfAnotherSize() {
    assertEquals(List.of(), Findings.of(s -> s.select(USER, 1, 7).select(USER, 2, 7)));
  }

  @Test
  void ignoresTheRetryOfATransaction() {
    assertEquals(
        List.of(),
        Findings.of(
            s ->
                s.select(USER, 1, 7)
                    .failing(() -> s.write("UPDATE stock SET n = ?", 1))
                    .rollsBack()
                    .select(USER, 1, 7)));
  }

  @Test
  void mentionsThatTheTransactionsDiffer() {
    var text =
        Findings.text(
            Findings.only(s -> s.select(USER, 1, 7).commits().select(USER, 1, 7).commits()));
    assertTrue(
        text.evidence.stream().anyMatch(line -> line.startsWith("in different transactions")),
        text.evidence::toString);
  }

  @Test
  void saysWhenItsRequestExecutedMoreThanItCouldLog() {
    List<FindingStats> findings =
        Scenario.of("")
            .request(
                s -> {
                  for (int i = 0; i < 4_000; i++) {
                    s.select(USER, 1, 7);
                  }
                })
            .findings();
    var duplicate =
        findings.stream().filter(each -> each.check.key().equals("duplicate")).findAny();
    var text = Findings.text(duplicate.orElseThrow());
    assertTrue(
        text.sentence.startsWith("Duplicate: SELECT users ×3072 or more (1 distinct bind)"),
        text.sentence);
    assertTrue(
        text.evidence.stream().anyMatch(line -> line.contains("first 3,072")),
        text.evidence::toString);
  }
}
