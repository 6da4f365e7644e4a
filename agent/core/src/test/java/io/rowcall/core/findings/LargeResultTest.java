package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LargeResultTest {
  @Test
  void namesTheQueryAndItsRows() {
    assertEquals(
        "Large result: 5000 rows of SELECT orders. Read a page of orders at a time (LIMIT, by key),"
            + " and only the columns that are needed.",
        Findings.sentence(s -> s.select("SELECT * FROM orders", 5_000)));
  }

  @Test
  void ignoresAResultWithALimit() {
    assertEquals(List.of(), Findings.of(s -> s.select("SELECT * FROM orders LIMIT 5000", 5_000)));
  }

  @Test
  void ignoresManyRowsOfSeveralExecutions() {
    assertEquals(
        List.of(),
        Findings.of(s -> s.each(2, i -> s.select("SELECT * FROM orders WHERE shop = ?", 600, i))));
  }
}
