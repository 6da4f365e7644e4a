package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class TooManyQueriesTest {
  @Test
  void namesTheMostFrequentStatements() {
    var text = Findings.text(Findings.only(queries(50)));
    assertEquals(
        "Too many queries: 52 in one GET /scenario. Start with the most frequent statement,"
            + " SELECT menu.",
        text.sentence);
    assertTrue(
        text.evidence.contains("among the most frequent: SELECT menu"), text.evidence::toString);
  }

  @Test
  void allowsFifty() {
    assertEquals(List.of(), Findings.of(queries(48)));
  }

  /** Different statements, and one that is executed twice with different binds. */
  private static Consumer<Story> queries(int different) {
    return s ->
        s.each(different, i -> s.select("SELECT * FROM t" + i + " WHERE a = ?", 1, i))
            .each(2, i -> s.select("SELECT * FROM menu WHERE day = ?", 3, i));
  }
}
