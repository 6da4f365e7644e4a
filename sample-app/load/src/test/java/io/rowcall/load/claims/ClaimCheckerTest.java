package io.rowcall.load.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.load.output.ClaimTables;
import org.junit.jupiter.api.Test;

class ClaimCheckerTest {

  private final ClaimChecker check = new ClaimChecker("a document");

  @Test
  void requiresBothTheLimitAndTheDrop() {
    check.drop("both", "100 → 40 ms, −60 %", 90, 30, 40, 60, " ms");
    check.drop("too little", "100 → 40 ms, −60 %", 50, 30, 40, 60, " ms");
    check.drop("too slow", "100 → 40 ms, −60 %", 900, 50, 40, 60, " ms");
    assertEquals("90 → 30 ms, −67 %", result(0).measured());
    assertEquals("yes", result(0).kept());
    assertEquals("", result(0).why());
    assertEquals("no", result(1).kept());
    assertEquals(ClaimChecker.FAST_BASELINE, result(1).why());
    assertEquals("no", result(2).kept());
    assertTrue(
        result(2).why().startsWith("app, database and load generator share"), result(2)::why);
  }

  @Test
  void acceptsTheLimitItself() {
    check.atMost("p95", "≤ 10 ms", 10, 10, " ms");
    check.atMost("p95", "≤ 10 ms", 10.1, 10, " ms");
    check.atLeast("hits", "≥ 65 %", 65, 65, " %", "because");
    check.atLeast("hits", "≥ 65 %", 64.9, 65, " %", "because");
    assertEquals("yes", result(0).kept());
    assertEquals("no", result(1).kept());
    assertEquals("yes", result(2).kept());
    assertEquals("because", result(3).why());
  }

  @Test
  void leavesUnmeasuredClaimsOpen() {
    check.drop("queries", "5 → 1", Double.NaN, Double.NaN, 1, 80, "");
    check.atMost("queries", "≤ 1", Double.NaN, 1, "");
    for (Claim open : check.results()) {
      assertEquals("–", open.measured());
      assertEquals("–", open.kept());
      assertEquals("", open.why());
    }
  }

  @Test
  void printsOneTablePerDocumentWithItsReasonsBelow() {
    check.atLeast("hits", "≥ 65 %", 45, 65, " %", "the run is short");
    check.atMost("misses", "≤ 35 %", 55, 35, " %", "the run is short");
    String text = ClaimTables.of(check.results());
    assertTrue(text.startsWith("a document"), text);
    assertTrue(text.contains("  not reached: hits; misses" + System.lineSeparator()), text);
    assertFalse(text.contains("yes"), text);
  }

  private Claim result(int index) {
    return check.results().get(index);
  }
}
