package io.rowcall.core.record;

import static io.rowcall.core.record.Script.execute;
import static io.rowcall.core.record.Script.query;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.EngineChange;
import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.findings.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Provenance of binds: read from a column of an earlier query, or not. */
final class ProvenanceTest {
  private static final String ORDERS = "SELECT o.quantity, o.id FROM orders o WHERE shop = ?";
  private static final String ITEMS = "SELECT * FROM items WHERE order_id = ?";
  private static final long[][] ROWS = {{1, 911}, {2, 725}, {3, 537}, {4, 348}, {5, 159}};

  @Test
  void provesTheParentByTheColumnThatTheBindsCameFrom() {
    var finding =
        only(
            () -> {
              query(ORDERS, ROWS, 7);
              each(id -> execute(ITEMS, 2, id));
            });
    assertTrue(finding.isProvenByBinds());
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertEquals("id", finding.sourceColumn());
  }

  @Test
  void namesTheColumnBehindALabel() {
    var finding =
        only(
            () -> {
              query("SELECT a.id AS id1_0_, a.name FROM author a", "id1_0_", 911, 725, 537, 348);
              for (long id : new long[] {911, 725, 537, 348}) {
                execute("SELECT * FROM book WHERE author_id = ?", 1, id);
              }
            });
    assertEquals("id", finding.sourceColumn());
  }

  /** By its rows alone it would be no parent: it has ten times as many. */
  @Test
  void provesAParentOfWhichFewRowsAreUsed() {
    long[][] rows = new long[50][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[] {0, 1_000 + 7 * i};
    }
    var finding =
        only(
            () -> {
              query(ORDERS, rows, 7);
              for (int i = 0; i < 5; i++) {
                execute(ITEMS, 1, rows[i * 10][1]);
              }
            });
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertEquals(50, finding.parentRows.median());
  }

  @Test
  void provesNothingByAFewSmallNumbersAmongMany() {
    long[][] rows = new long[50][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[] {i + 1};
    }
    var finding =
        only(
            () -> {
              query("SELECT rank FROM scores WHERE shop = ?", rows, 7);
              for (int i = 1; i <= 6; i++) {
                execute(ITEMS, 1, i);
              }
            });
    assertFalse(finding.isProvenByBinds());
    assertEquals(Verdict.SUSPECT, finding.verdict());
  }

  @Test
  void dropsAParentOfTheRightSizeWhoseValuesWereNotBound() {
    Runnable preloads =
        () -> {
          query("SELECT id FROM colors WHERE shop = ?", ROWS, 7);
          for (int i = 0; i < 5; i++) {
            execute("SELECT * FROM settings WHERE name_id = ?", 1, 70_000 + i);
          }
        };
    var finding = only(preloads);
    assertNull(finding.parent());
    assertEquals(Verdict.SUSPECT, finding.verdict());
  }

  @Test
  void isOnlyLikelyWhenTheKeyIsNamedAfterAParentWhoseValuesWereNotBound() {
    var finding =
        only(
            () -> {
              query(ORDERS, ROWS, 7);
              for (int i = 0; i < 5; i++) {
                execute(ITEMS, 2, 70_000 + i);
              }
            });
    assertTrue(finding.isRefutedByBinds());
    assertEquals(Verdict.LIKELY, finding.verdict());
    assertEquals(
        "SELECT o.quantity, o.id FROM orders o WHERE shop = ?",
        requireNonNull(finding.parent()).text);
  }

  @Test
  void seesTheChangingOneOfSeveralBinds() {
    for (String where :
        List.of("tenant = ? AND order_id = ?", "a = ? AND b = ? AND order_id = ?")) {
      var finding =
          only(
              () -> {
                query(ORDERS, ROWS, 7);
                each(
                    id -> {
                      if (where.startsWith("a")) {
                        execute("SELECT * FROM items WHERE " + where, 2, 40, 41, id);
                      } else {
                        execute("SELECT * FROM items WHERE " + where, 2, 40, id);
                      }
                    });
              });
      assertTrue(finding.isProvenByBinds(), where);
      assertEquals("id", finding.sourceColumn());
    }
  }

  @Test
  void seesTheChangingFirstOfTwoBinds() {
    var finding =
        only(
            () -> {
              query(ORDERS, ROWS, 7);
              each(id -> execute("SELECT * FROM items WHERE order_id = ? AND gone = ?", 2, id, 0));
            });
    assertEquals("id", finding.sourceColumn());
  }

  /** Both columns contain every bind, and the other one has the name of the key. */
  @Test
  void provesTheColumnThatWasReadDespiteTheNameOfAnother() {
    long[][] books = {{1, 4}, {2, 5}, {3, 1}, {4, 3}, {5, 2}};
    var finding =
        only(
            () -> {
              query("SELECT id, author_id FROM book", books);
              for (long[] book : books) {
                execute("SELECT * FROM author WHERE id = ?", 1, book[1]);
              }
            });
    assertEquals("author_id", finding.sourceColumn());
    assertTrue(finding.isProvenByBinds());
  }

  @Test
  void prefersTheColumnWithTheFewestOtherValues() {
    long[][] messages = new long[25][];
    for (int i = 0; i < messages.length; i++) {
      messages[i] = new long[] {i + 1, i % 7 + 1};
    }
    var finding =
        only(
            () -> {
              query("SELECT id, writer FROM msg", messages);
              for (int i = 7; i > 0; i--) {
                execute("SELECT * FROM usr WHERE id = ?", 1, i);
              }
            });
    assertEquals("writer", finding.sourceColumn());
  }

  @Test
  void decidesByTheNamesWhereTheValuesAreTheSame() {
    long[][] books = {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}};
    var finding =
        only(
            () -> {
              query("SELECT id, author_id FROM book", books);
              for (long[] book : books) {
                execute("SELECT * FROM author WHERE id = ?", 1, book[1]);
              }
            });
    assertEquals("author_id", finding.sourceColumn());
  }

  @Test
  void mentionsThatItMayBeEitherOfTwoColumns() {
    long[][] books = {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}};
    var finding =
        only(
            () -> {
              query("SELECT writer, editor FROM book", books);
              for (long[] book : books) {
                execute("SELECT * FROM person WHERE number = ?", 1, book[1]);
              }
            });
    assertTrue(finding.isProvenByBinds());
    assertEquals("writer or editor", finding.sourceColumn());
  }

  @Test
  void seesTheKeyAmongBindsThatAllChange() {
    var finding =
        only(
            () -> {
              query(ORDERS, ROWS, 7);
              each(
                  id ->
                      execute(
                          "UPDATE items SET a = ?, b = ? WHERE order_id = ? AND version = ?",
                          0,
                          id * 1_000_003,
                          id ^ 0xffffff,
                          id,
                          id + 70_000));
            });
    assertEquals("id", finding.sourceColumn());
    assertTrue(finding.isProvenByBinds());
  }

  @Test
  void provesNumbersThatWereReadAsTextsAndDecimals() {
    var finding =
        only(
            () -> {
              query("SELECT id FROM author", "id", "911", new BigDecimal("725.00"), 537.0, 348);
              for (long id : new long[] {911, 725, 537, 348}) {
                execute("SELECT * FROM book WHERE author_id = ?", 1, id);
              }
            });
    assertTrue(finding.isProvenByBinds());
  }

  /** The values read and bound are not comparable, so the counts decide. */
  @Test
  void doesNotRefuteIncomparableValues() {
    var finding =
        only(
            () -> {
              query(
                  "SELECT id FROM author",
                  "id",
                  new Object(),
                  new Object(),
                  new Object(),
                  new Object(),
                  new Object());
              for (long id : new long[] {911, 725, 537, 348, 22}) {
                execute("SELECT * FROM book WHERE author_id = ?", 1, id);
              }
            });
    assertFalse(finding.isRefutedByBinds());
    assertEquals(Verdict.CONFIRMED, finding.verdict());
  }

  @Test
  void confirmsWritesThatBindWhatWasRead() {
    var finding =
        only(
            () -> {
              query(ORDERS, ROWS, 7);
              each(id -> execute("UPDATE items SET seen = 1 WHERE order_id = ?", 0, id));
            });
    assertEquals("n+1-write", finding.check.key());
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertTrue(finding.isProvenByBinds());
  }

  @Test
  void watchesNoColumnOnceTheFirstRequestsAreOver() {
    var script = new Script();
    for (int i = 0; i < 10; i++) {
      script.request("/list", () -> query(ORDERS, ROWS, 7));
    }
    script.figures();
    assertFalse(EngineChange.watchesColumns());
    script = new Script();
    var watched = new boolean[] {true};
    for (int i = 0; watched[0] && i < 100_000; i++) {
      script.request(
          "/list",
          () -> {
            query(ORDERS, ROWS, 7);
            watched[0] = EngineChange.watchesColumns();
          });
    }
    script.figures();
    assertFalse(watched[0]);
  }

  private static void each(java.util.function.LongConsumer body) {
    for (long[] row : ROWS) {
      body.accept(row[1]);
    }
  }

  private static FindingStats only(Runnable work) {
    var findings = List.copyOf(new Script().request("/it", work).findings());
    assertEquals(1, findings.size(), () -> findings.size() + " findings");
    return findings.get(0);
  }
}
