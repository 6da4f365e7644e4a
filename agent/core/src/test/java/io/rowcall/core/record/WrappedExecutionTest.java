package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.ResultSetHooks;
import io.rowcall.boot.state.ConnectionState;
import io.rowcall.boot.state.ResultSetState;
import io.rowcall.boot.state.StatementState;
import io.rowcall.core.sql.Dialect;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Wrappers around an execution, and proxies of them. */
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
            ParameterHooks.bind(statement, 1, order);
            var thread = JdbcHooks.beforeExecute();
            ParameterHooks.clearParameters(statement);
            JdbcHooks.afterExecute(thread, statement, null, false);
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
          var thread = JdbcHooks.beforeExecute();
          var rows = new Script.Rows();
          var inner = new Script.Statement();
          JdbcHooks.afterExecute(JdbcHooks.beforeExecute(), inner, rows, false);
          JdbcHooks.afterExecute(thread, outer, copy(ResultSetState.class), false);
          for (int i = 0; i < 3; i++) {
            ResultSetHooks.afterNext(rows, ResultSetHooks.beforeMove(rows), false);
          }
        });
    var figures = script.figures().statements.values().iterator().next();
    assertEquals(1, figures.executions);
    assertEquals(3, figures.rows);
  }

  @Test
  void callsNoMethodOfAProxyWithAllInterfaces() {
    Object connection = copy(ConnectionState.class);
    var script = new Script();
    script.request(
        "/it",
        () -> {
          PoolHooks.afterOpen(PoolHooks.beforeOpen(), new Object(), connection);
          JdbcHooks.afterPrepare(copy(StatementState.class), SQL, Dialect.UNKNOWN.ordinal());
          PoolHooks.onClose(connection);
        });
    assertEquals(0, script.findings().size());
  }

  /** A proxy with the interfaces of a woven class. */
  private static Object copy(Class<?> state) {
    return Proxy.newProxyInstance(
        state.getClassLoader(),
        new Class<?>[] {state},
        (proxy, method, arguments) -> {
          throw new AssertionError(method.toString());
        });
  }
}
