package io.rowcall.core.record;

import static io.rowcall.core.record.Script.batch;
import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.findings.Verdict;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Findings of single requests, and requests without any. */
final class FindingTest {
  private static final String ORDERS = "SELECT id FROM orders WHERE shop = ?";
  private static final String ITEMS = "SELECT * FROM items WHERE order_id = ?";

  @Test
  void confirmsALoopOverTheRowsOfAParent() {
    var finding = only(() -> loop(10, 10));
    assertEquals("n+1-select", finding.check.key());
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertEquals(10, finding.repeats.max());
    assertEquals(10, finding.distinct.median());
    assertEquals(9, finding.avoidableExecutions);
    assertEquals(10, finding.parentRows.median());
    assertEquals(ORDERS, requireNonNull(finding.parent()).text);
  }

  @Test
  void findsALoopOfThreeOnlyWithAParent() {
    assertEquals("n+1-select", only(() -> loop(3, 3)).check.key());
    none(() -> repeat(4, ITEMS));
  }

  @Test
  void suspectsALoopWithoutAParent() {
    var finding = only(() -> repeat(6, ITEMS));
    assertEquals(Verdict.SUSPECT, finding.verdict());
    assertNull(finding.parent());
  }

  @Test
  void findsALoopWithTheLiteralsInTheText() {
    var finding =
        only(
            () -> {
              for (int i = 0; i < 6; i++) {
                execute("SELECT * FROM items WHERE order_id = " + i, 1, i);
              }
            });
    assertEquals("n+1-select", finding.check.key());
    assertEquals(6, finding.repeats.max());
  }

  @Test
  void allowsForRowsThatAFirstLevelCacheAnswers() {
    assertEquals(Verdict.LIKELY, only(() -> loop(10, 7)).verdict());
  }

  @Test
  void findsSingleRowInsertsButNoBatch() {
    assertEquals("n+1-write", only(() -> repeat(5, "INSERT INTO t VALUES (?)")).check.key());
    none(() -> batch("INSERT INTO t VALUES (?)", 1000));
    none(() -> repeat(4, "INSERT INTO t VALUES (?)"));
  }

  @Test
  void findsTheSameQueryWithTheSameBindsAlsoAfterAnUnrelatedWrite() {
    var finding =
        only(
            () -> {
              execute(ITEMS, 1, 7);
              execute("UPDATE users SET seen = ?", 0, 1);
              execute(ITEMS, 1, 7);
            });
    assertEquals("duplicate", finding.check.key());
    assertEquals(1, finding.avoidableExecutions);
  }

  @Test
  void findsNoDuplicateInAReadAfterAWriteToThatTable() {
    none(
        () -> {
          execute(ITEMS, 1, 7);
          execute("UPDATE items SET price = ?", 0, 1);
          execute(ITEMS, 1, 7);
        });
  }

  @Test
  void ignoresPagedResultsAndHousekeeping() {
    none(() -> repeat(10, "SELECT * FROM items ORDER BY id LIMIT ? OFFSET 3"));
    none(() -> repeat(10, "SELECT 1"));
    none(() -> repeat(10, "SELECT NEXT VALUE FOR seq"));
  }

  @Test
  void ignoresAStatementThatManyRequestsExecuteOnce() {
    var script = new Script();
    for (int i = 0; i < 20; i++) {
      long id = i;
      script.request("/orders/" + i, () -> execute(ITEMS, 3, id));
    }
    var figures = script.figures();
    assertEquals(0, figures.findings().size());
    assertEquals(1, figures.endpoints.size());
    assertEquals(20, requireNonNull(figures.endpoints.get("GET /orders/{id}")).requests);
  }

  @Test
  void findsTooManyQueriesOfAnyKind() {
    var script = new Script();
    script.request(
        "/many",
        () -> {
          for (int i = 0; i < 51; i++) {
            execute("SELECT a FROM t" + Character.toString('a' + i % 26) + i / 26, 1);
          }
        });
    assertEquals(
        "[too-many-queries]",
        script.findings().stream()
            .map(f -> f.check.key().toLowerCase(Locale.ROOT))
            .toList()
            .toString());
  }

  @Test
  void keepsExactTotalsBeyondTheLog() {
    var script = new Script();
    script.request("/job", () -> repeat(10_000, "UPDATE t SET a = ?"));
    var figures = script.figures();
    assertEquals(10_000, figures.executions);
    assertEquals(10_000, requireNonNull(figures.endpoints.get("GET /job")).maxExecutions);
    assertEquals(9_999, figures.findings().iterator().next().avoidableExecutions);
  }

  @Test
  void countsExecutionsOutsideOfRequestsSeparately() {
    var script = new Script();
    execute(ITEMS, 1, 1);
    execute(ITEMS, 1, 2);
    var figures = script.figures();
    assertEquals(2, figures.unattributedExecutions);
    assertEquals(0, figures.requests);
  }

  private static void loop(int rows, int repeats) {
    execute(ORDERS, rows, 1);
    for (int i = 0; i < repeats; i++) {
      execute(ITEMS, 2, i);
    }
  }

  private static void repeat(int times, String sql) {
    for (int i = 0; i < times; i++) {
      execute(sql, 1, i);
    }
  }

  private static FindingStats only(Runnable work) {
    var findings = new Script().request("/page", work).findings();
    assertEquals(
        1, findings.size(), () -> findings.stream().map(f -> f.check.key()).toList().toString());
    return findings.iterator().next();
  }

  private static void none(Runnable work) {
    var findings = new Script().request("/page", work).findings();
    assertEquals("[]", findings.stream().map(f -> f.check.key()).toList().toString());
  }
}
