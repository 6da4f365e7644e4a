package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SlowQueryTest {
  private static final String PETS = "SELECT * FROM pet WHERE owner_id = ?";

  @Test
  void namesTheStatement() {
    var finding = Findings.only(9, s -> s.taking(300).select(PETS, 3, 7));
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertEquals(
        "Slow query: SELECT pet. Look at its plan: EXPLAIN shows whether it reads more rows than"
            + " it returns.",
        Findings.text(finding).sentence);
    assertEquals(400_000_000, finding.avoidableNanos);
  }

  @Test
  void isSuspectWhileOnlyTheWarmUpHasShownIt() {
    assertEquals(
        List.of("slow-query suspect pet"), Findings.of(s -> s.taking(300).select(PETS, 3, 7)));
  }

  @Test
  void ignoresAFasterOne() {
    assertEquals(List.of(), Findings.of(s -> s.taking(199).select(PETS, 3, 7)));
  }
}
