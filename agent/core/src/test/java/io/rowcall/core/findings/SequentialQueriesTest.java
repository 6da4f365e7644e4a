package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SequentialQueriesTest {
  @Test
  void namesIndependentQueries() {
    var text =
        Findings.text(
            Findings.only(
                6,
                s ->
                    s.taking(120)
                        .select("SELECT * FROM city", 100)
                        .select("SELECT * FROM country", 50)));
    assertEquals(
        "Sequential queries: SELECT city + SELECT country. Execute them in parallel, each on a"
            + " connection of its own, or as one query.",
        text.sentence);
  }

  @Test
  void ignoresAQueryThatMayNeedAnEarlierResult() {
    assertEquals(
        List.of(),
        Findings.of(
            s ->
                s.taking(90)
                    .select("SELECT id FROM orders WHERE tenant = ?", 1, 4)
                    .select("SELECT * FROM visit WHERE order_id = ?", 1, 17)));
  }

  @Test
  void ignoresQueriesThatSaveLittle() {
    assertEquals(
        List.of(),
        Findings.of(
            s -> s.taking(90).select("SELECT * FROM city", 9).select("SELECT * FROM country", 5)));
  }
}
