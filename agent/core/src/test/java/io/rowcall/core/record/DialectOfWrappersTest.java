package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The dialect of a text behind wrappers of unknown names. */
final class DialectOfWrappersTest {
  private static final int UNKNOWN = Dialect.UNKNOWN.ordinal();
  private static final int MYSQL = Dialect.MYSQL.ordinal();
  private static final int H2 = Dialect.H2.ordinal();
  private static final String SQL = "SELECT \"a\" FROM pet WHERE b = \"secret\"";
  private static final String ON_MYSQL = "SELECT ? FROM pet WHERE b = ?: pet";
  private static final String ON_H2 = "SELECT \"a\" FROM pet WHERE b = \"secret\": PET";

  private final Object wrapper = new Object();
  private final Object driver = new Object();

  /** The ordinal that {@code boot} takes for it. */
  @Test
  void isUnknownAtZero() {
    assertEquals(0, UNKNOWN);
  }

  @Test
  void isThatOfTheDriverThatPrepares() {
    assertEquals(
        List.of(ON_H2),
        statements(
            () -> {
              JdbcHooks.beforePrepare();
              JdbcHooks.beforePrepare();
              JdbcHooks.afterPrepare(driver, SQL, H2);
              JdbcHooks.afterPrepare(new Object(), SQL, UNKNOWN);
              JdbcHooks.afterPrepare(wrapper, SQL, UNKNOWN);
              JdbcHooks.afterExecute(JdbcHooks.beforeExecute(UNKNOWN), wrapper, null, false);
            }));
  }

  /** A pool that caches statements calls no driver to prepare. */
  @Test
  void isThatOfTheDriverThatExecutes() {
    assertEquals(
        List.of(ON_H2),
        statements(
            () -> {
              JdbcHooks.afterPrepare(driver, "SELECT 1", MYSQL);
              JdbcHooks.beforePrepare();
              JdbcHooks.afterPrepare(wrapper, SQL, UNKNOWN);
              for (int i = 0; i < 2; i++) {
                ThreadState state = JdbcHooks.beforeExecute(UNKNOWN);
                JdbcHooks.afterExecute(JdbcHooks.beforeExecute(UNKNOWN), new Object(), null, false);
                JdbcHooks.afterExecute(JdbcHooks.beforeExecute(H2), driver, null, false);
                JdbcHooks.afterExecute(state, wrapper, null, false);
              }
            }));
  }

  @Test
  void isThatOfTheDriverForTextsAndBatches() {
    List<String> both =
        statements(
            () -> {
              ThreadState state = JdbcHooks.beforeExecute(UNKNOWN);
              JdbcHooks.afterExecute(JdbcHooks.beforeExecute(H2), driver, SQL, H2, null, false);
              JdbcHooks.afterExecute(state, wrapper, SQL, UNKNOWN, null, false);
              ParameterHooks.addBatch(driver, SQL, MYSQL);
              ParameterHooks.addBatch(wrapper, SQL, UNKNOWN);
              state = JdbcHooks.beforeBatch(wrapper, UNKNOWN);
              JdbcHooks.afterBatch(JdbcHooks.beforeBatch(driver, MYSQL), driver, false);
              JdbcHooks.afterBatch(state, wrapper, false);
            });
    assertEquals(List.of(ON_H2, ON_MYSQL), both);
  }

  /** A trigger in Java may execute on another database. */
  @Test
  void isThatOfTheOutermostDriver() {
    assertEquals(
        List.of(ON_H2),
        statements(
            () -> {
              ThreadState state = JdbcHooks.beforeExecute(UNKNOWN);
              ThreadState inside = JdbcHooks.beforeExecute(H2);
              JdbcHooks.afterExecute(JdbcHooks.beforeExecute(MYSQL), new Object(), null, false);
              JdbcHooks.afterExecute(inside, driver, SQL, H2, null, false);
              JdbcHooks.afterExecute(state, wrapper, SQL, UNKNOWN, null, false);
            }));
  }

  @Test
  void isUnknownUntilADriverIsSeen() {
    assertEquals(
        List.of("SELECT ? FROM pet WHERE b = ?: pet"),
        statements(
            () -> {
              JdbcHooks.afterPrepare(driver, SQL, H2);
              JdbcHooks.beforePrepare();
              JdbcHooks.afterPrepare(wrapper, SQL, UNKNOWN);
              JdbcHooks.afterExecute(JdbcHooks.beforeExecute(UNKNOWN), wrapper, null, false);
            }));
  }

  /** The statements that a request has executed, as text and tables, sorted. */
  private static List<String> statements(Runnable work) {
    Aggregate figures = new Script().request("/wrapped", work).figures();
    List<String> statements = new ArrayList<>();
    figures.statements.forEach(
        (statement, unused) ->
            statements.add(
                statement.text
                    + ": "
                    + String.join(
                        ",",
                        ((NormalizedSql) Objects.requireNonNull(statement.scanned)).readTables())));
    statements.sort(String::compareTo);
    return statements;
  }
}
