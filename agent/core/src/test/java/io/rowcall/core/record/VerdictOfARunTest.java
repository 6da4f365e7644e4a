package io.rowcall.core.record;

import static io.rowcall.core.record.Script.execute;
import static io.rowcall.core.record.Script.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.findings.Verdict;
import io.rowcall.core.findings.nplusone.MissingParent;
import io.rowcall.core.findings.nplusone.RowMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test of one request and a load of many requests get the same verdict. */
final class VerdictOfARunTest {
  private static final long[][] ROWS = new long[12][];

  static {
    for (int i = 0; i < ROWS.length; i++) {
      ROWS[i] = new long[] {1_000 + 7L * i};
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20})
  void isLikelyForALoopWithoutAParent(int requests) {
    var finding = only(requests, () -> loop(12, 0));
    assertEquals(Verdict.LIKELY, finding.verdict());
    assertEquals(MissingParent.NOTHING_BEFORE, finding.missingParent());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20})
  void isSuspectForAShortLoop(int requests) {
    assertEquals(Verdict.SUSPECT, only(requests, () -> loop(6, 0)).verdict());
  }

  /** Only the first requests have their columns watched; the others may not revive the parent. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20})
  void dropsAParentWhoseValuesWereNotBound(int requests) {
    var finding =
        only(
            requests,
            () -> {
              query("SELECT id FROM colors WHERE shop = ?", ROWS, 7);
              for (int i = 0; i < ROWS.length; i++) {
                execute("SELECT * FROM settings WHERE name_id = ?", 1, 70_000 + i);
              }
            });
    assertNull(finding.parent());
    assertEquals(Verdict.LIKELY, finding.verdict());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20})
  void confirmsAParentWhoseValuesWereBound(int requests) {
    var finding =
        only(
            requests,
            () -> {
              query("SELECT id FROM orders WHERE shop = ?", ROWS, 7);
              for (long[] row : ROWS) {
                execute("SELECT * FROM items WHERE order_id = ?", 1, row[0]);
              }
            });
    assertEquals(Verdict.CONFIRMED, finding.verdict());
  }

  /**
   * The parent's columns were watched for others before; one request of a new endpoint is enough.
   */
  @Test
  void confirmsAParentThatOtherEndpointsHaveExecutedBefore() {
    String orders = "SELECT id FROM orders WHERE shop = ?";
    var script = new Script();
    for (int i = 0; i < 10; i++) {
      script.request("/orders", () -> query(orders, ROWS, 7));
    }
    script.request(
        "/items",
        () -> {
          query(orders, ROWS, 7);
          for (int i = 0; i < 3 * ROWS.length; i++) {
            execute("SELECT * FROM items WHERE order_id = ?", 1, ROWS[i % ROWS.length][0]);
          }
        });
    assertEquals(Verdict.CONFIRMED, nPlusOne(script).verdict());
  }

  /** A job that has filled the log of its request before the loop begins. */
  @ParameterizedTest
  @ValueSource(ints = {3_050, 3_072, 4_000, 20_000})
  void confirmsALoopLateInALongJob(int before) {
    var script = new Script();
    script.request(
        "/job",
        () -> {
          for (int i = 0; i < before; i++) {
            execute("SELECT max(id) FROM stock", 1);
          }
          query("SELECT id FROM orders WHERE shop = ?", ROWS, 7);
          for (long[] row : ROWS) {
            execute("SELECT * FROM items WHERE order_id = ?", 1, row[0]);
          }
        });
    var finding = nPlusOne(script);
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertEquals(ROWS.length, finding.distinct.median());
    assertFalse(finding.partlyLogged);
  }

  @Test
  void saysWhenTheBindsOfALongLoopArePartlyUnknown() {
    long[][] rows = new long[10_000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[] {1_000 + 7L * i};
    }
    var script = new Script();
    script.request(
        "/job",
        () -> {
          query("SELECT id FROM orders WHERE shop = ?", rows, 7);
          for (long[] row : rows) {
            execute("SELECT * FROM items WHERE order_id = ?", 1, row[0]);
          }
        });
    var finding = nPlusOne(script);
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertEquals(RowMatch.EXACT, finding.match());
    assertTrue(finding.partlyLogged);
  }

  private static void loop(int times, long from) {
    for (int i = 0; i < times; i++) {
      execute("SELECT * FROM items WHERE order_id = ?", 1, from + i);
    }
  }

  private static FindingStats only(int requests, Runnable work) {
    var script = new Script();
    for (int i = 0; i < requests; i++) {
      script.request("/it", work);
    }
    return only(script);
  }

  private static FindingStats nPlusOne(Script script) {
    for (FindingStats finding : script.findings()) {
      if (finding.check.key().equals("n+1-select")) {
        return finding;
      }
    }
    throw new AssertionError("no N+1");
  }

  private static FindingStats only(Script script) {
    var findings = script.findings();
    assertEquals(1, findings.size());
    return findings.iterator().next();
  }
}
