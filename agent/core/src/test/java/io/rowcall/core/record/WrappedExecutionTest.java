package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.state.ConnectionState;
import io.rowcall.boot.state.ResultSetState;
import io.rowcall.boot.state.StatementState;
import io.rowcall.core.sql.Dialect;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What wrappers do around and within an execution. */
final class WrappedExecutionTest {
  private static final String SQL = "SELECT * FROM items WHERE order_id = ?";

  @Test
  void hasTheBindsThatItsWrapperClearsBeforeItEnds() {
    var script = new Script();
    script.request(
        "/it",
        () -> {
          for (long order = 0; order < 12; order++) {
            var statement = new Script.Statement();
            statement.prepare(SQL);
            JdbcHooks.bind(statement, 1, order);
            var slot = JdbcHooks.executionStarts();
            JdbcHooks.clearParameters(statement);
            JdbcHooks.executionEnds(slot, statement, null, false);
          }
        });
    assertEquals(12, script.findings().iterator().next().distinct.max());
  }

  @Test
  void countsTheRowsBehindAProxyWithAllInterfaces() {
    var script = new Script();
    script.request(
        "/it",
        () -> {
          var outer = new Script.Statement();
          outer.prepare(SQL);
          var slot = JdbcHooks.executionStarts();
          var rows = new Script.Rows();
          var inner = new Script.Statement();
          JdbcHooks.executionEnds(JdbcHooks.executionStarts(), inner, rows, false);
          JdbcHooks.executionEnds(slot, outer, copy(ResultSetState.class), false);
          for (int i = 0; i < 3; i++) {
            JdbcHooks.nextEnds(rows, JdbcHooks.moveStarts(rows));
          }
        });
    var figures = script.figures().statements.values().iterator().next();
    assertEquals(1, figures.executions);
    assertEquals(3, figures.rows);
  }

  @Test
  void asksNothingOfAProxyWithAllInterfaces() {
    Object connection = copy(ConnectionState.class);
    var script = new Script();
    script.request(
        "/it",
        () -> {
          PoolHooks.opened(PoolHooks.opens(), new Object(), connection);
          JdbcHooks.prepared(copy(StatementState.class), SQL, Dialect.UNKNOWN.ordinal());
          PoolHooks.closes(connection);
        });
    assertEquals(0, script.findings().size());
  }

  /** As somebody makes it who copies the interfaces of a class that is woven. */
  private static Object copy(Class<?> state) {
    return Proxy.newProxyInstance(
        state.getClassLoader(),
        new Class<?>[] {state},
        (proxy, method, arguments) -> {
          throw new AssertionError(method.toString());
        });
  }
}
