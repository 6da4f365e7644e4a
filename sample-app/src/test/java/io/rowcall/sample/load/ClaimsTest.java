package io.rowcall.sample.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClaimsTest {

  private final Claims promises = new Claims("a document");

  @Test
  void wantsBothTheFigureAndTheFall() {
    promises.falls("both", "100 → 40 ms, −60 %", 90, 30, 40, 60, " ms");
    promises.falls("too little", "100 → 40 ms, −60 %", 50, 30, 40, 60, " ms");
    promises.falls("too slow", "100 → 40 ms, −60 %", 900, 50, 40, 60, " ms");
    assertEquals("90 → 30 ms, −67 %", judged(0).measured());
    assertEquals("yes", judged(0).kept());
    assertEquals("", judged(0).why());
    assertEquals("no", judged(1).kept());
    assertEquals(Claims.FAST_BASELINE, judged(1).why());
    assertEquals("no", judged(2).kept());
    assertTrue(judged(2).why().startsWith("app, database and load share"), judged(2)::why);
  }

  @Test
  void holdsALimitToBeReachedByItself() {
    promises.most("p95", "≤ 10 ms", 10, 10, " ms");
    promises.most("p95", "≤ 10 ms", 10.1, 10, " ms");
    promises.least("hits", "≥ 65 %", 65, 65, " %", "because");
    promises.least("hits", "≥ 65 %", 64.9, 65, " %", "because");
    assertEquals("yes", judged(0).kept());
    assertEquals("no", judged(1).kept());
    assertEquals("yes", judged(2).kept());
    assertEquals("because", judged(3).why());
  }

  @Test
  void leavesOpenWhatWasNotMeasured() {
    promises.falls("queries", "5 → 1", Double.NaN, Double.NaN, 1, 80, "");
    promises.most("queries", "≤ 1", Double.NaN, 1, "");
    for (Claim open : promises.judged()) {
      assertEquals("–", open.measured());
      assertEquals("–", open.kept());
      assertEquals("", open.why());
    }
  }

  @Test
  void printsOneTableForEachDocumentWithItsReasonsBelow() {
    promises.least("hits", "≥ 65 %", 45, 65, " %", "the run is short");
    promises.most("misses", "≤ 35 %", 55, 35, " %", "the run is short");
    String text = Claim.tables(promises.judged());
    assertTrue(text.startsWith("a document"), text);
    assertTrue(text.contains("  not reached: hits; misses" + System.lineSeparator()), text);
    assertFalse(text.contains("yes"), text);
  }

  private Claim judged(int index) {
    return promises.judged().get(index);
  }
}
