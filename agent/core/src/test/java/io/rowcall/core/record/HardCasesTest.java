package io.rowcall.core.record;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases that broke other agents, driven through the hooks. */
final class HardCasesTest {
  private static final int H2 = Dialect.H2.ordinal();
  private static final String INSERT = "INSERT INTO visit (pet) VALUES (?)";

  @Test
  void countsAMillionExecutionsOfOneStatement() {
    var script = new Script();
    var statement = new Object();
    script.request(
        "/job",
        () -> {
          JdbcHooks.afterPrepare(statement, "SELECT * FROM pet WHERE id = ?", H2);
          for (int i = 0; i < 1_000_000; i++) {
            ParameterHooks.bind(statement, 1, (long) i);
            JdbcHooks.afterExecute(JdbcHooks.beforeExecute(), statement, null, false);
          }
        });
    Aggregate figures = script.figures();
    assertEquals(1_000_000, figures.executions);
    FindingStats finding = figures.findings().iterator().next();
    assertEquals(1_000_000, finding.repeats.max());
    assertEquals(999_999, finding.avoidableExecutions);
  }

  @Test
  void countsStatementsThatNobodyCloses() {
    var script = new Script();
    List<Object> leaked = new ArrayList<>();
    for (int r = 0; r < 100; r++) {
      script.request(
          "/leaks",
          () -> {
            for (int i = 0; i < 1_000; i++) {
              var statement = new Object();
              leaked.add(statement);
              JdbcHooks.afterPrepare(statement, "SELECT * FROM pet WHERE id = ?", H2);
              JdbcHooks.afterExecute(JdbcHooks.beforeExecute(), statement, null, false);
            }
          });
    }
    Aggregate figures = script.figures();
    assertEquals(100_000, leaked.size());
    assertEquals(100_000, figures.executions);
    assertEquals(1, figures.statements.size());
  }

  @Test
  void startsABatchAnewAfterAFailure() {
    assertEquals(
        3 + 2,
        batched(
            statement -> {
              add(statement, 3);
              JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, true);
              add(statement, 2);
              JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);
            }));
  }

  @Test
  void countsASecondBatchOfTheSameStatementSeparately() {
    assertEquals(
        10 + 0 + 4,
        batched(
            statement -> {
              add(statement, 10);
              JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);
              JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);
              add(statement, 4);
              JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);
            }));
  }

  @Test
  void forgetsABatchThatIsCleared() {
    assertEquals(
        2,
        batched(
            statement -> {
              add(statement, 7);
              ParameterHooks.clearBatch(statement);
              add(statement, 2);
              JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);
            }));
  }

  @Test
  void survivesAHundredThousandDifferentTexts() {
    var script = new Script();
    for (int r = 0; r < 100; r++) {
      int from = r * 1_000;
      script.request(
          "/unique",
          () -> {
            for (int i = 0; i < 1_000; i++) {
              Script.execute("SELECT * FROM t" + (from + i) + "x", 1);
            }
          });
    }
    Aggregate figures = script.figures();
    assertEquals(100_000, figures.executions);
    assertTrue(figures.statements.size() <= Limits.STATEMENTS + 1);
    assertEquals(100_000 - Limits.STATEMENTS, script.overflowedStatements());
  }

  @Test
  void startsTheNextRequestCleanAfterAnExecutionThatNeverEnded() {
    var script = new Script();
    script.request("/broken", JdbcHooks::beforeExecute);
    script.request("/next", () -> Script.execute("SELECT * FROM pet", 3));
    Aggregate figures = script.figures();
    assertEquals(0, requireNonNull(figures.endpoints.get("GET /broken")).totalExecutions);
    assertEquals(1, requireNonNull(figures.endpoints.get("GET /next")).totalExecutions);
    assertEquals(3, figures.rows);
  }

  @Test
  void countsAnExecutionInsideAnExecutionOnce() {
    var script = new Script();
    script.request(
        "/wrapped",
        () -> {
          ThreadState outer = JdbcHooks.beforeExecute();
          Script.execute("SELECT * FROM pet", 0);
          var statement = new Object();
          JdbcHooks.afterExecute(outer, statement, "SELECT * FROM pet", H2, null, false);
        });
    assertEquals(1, script.figures().executions);
  }

  private static void add(Object statement, int commands) {
    for (int i = 0; i < commands; i++) {
      ParameterHooks.bind(statement, 1, (long) i);
      ParameterHooks.addBatch(statement);
    }
  }

  private static long batched(java.util.function.Consumer<Object> work) {
    var script = new Script();
    script.request(
        "/batches",
        () -> {
          var statement = new Object();
          JdbcHooks.afterPrepare(statement, INSERT, H2);
          work.accept(statement);
        });
    return script.figures().statements.values().iterator().next().batched;
  }
}
