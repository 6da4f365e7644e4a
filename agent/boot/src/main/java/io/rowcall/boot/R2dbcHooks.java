package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.state.StateMap;
import io.rowcall.boot.state.StatementState;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of R2DBC statements. Their text and binds are kept as those of prepared JDBC statements
 * are, by {@link JdbcHooks#afterPrepare} and {@link ParameterHooks}.
 *
 * <p><b>Threads:</b> those that assemble a publisher, that subscribe to it, and that complete it.
 */
public final class R2dbcHooks {
  private R2dbcHooks() {}

  /** A bind by its position, which R2DBC counts from 0. */
  public static void bind(Object statement, int index, @Nullable Object value) {
    ParameterHooks.bind(statement, index + 1, value);
  }

  /**
   * The publisher of a statement was assembled. The next one starts without binds.
   *
   * @return the execution, to observe each subscription to the publisher
   */
  public static R2dbcExecution onAssembly(Object statement) {
    StatementState state = StateMap.ofStatement(statement);
    Object prepared = state.rowcall$statement();
    SqlStatement sql =
        prepared instanceof SqlStatement ? (SqlStatement) prepared : SqlStatement.OTHER;
    long bindHash = ParameterHooks.bindHash(state);
    int added = ParameterHooks.batchSize(state);
    if (added > 0) {
      ParameterHooks.addBatch(statement);
      bindHash = ParameterHooks.batchHash(state);
      ParameterHooks.resetBatch(state);
    }
    return new R2dbcExecution(
        statement, sql, bindHash, added == 0 ? 0 : added + 1, callSite(statement, sql));
  }

  /** The assembly's call site, if the thread's request wants it: only there is the application. */
  private static @Nullable Object callSite(Object statement, SqlStatement sql) {
    Request request = ThreadState.current().request;
    Engine engine = Engine.current();
    return request != null
            && engine != null
            && request.evidence.isCallSiteWanted(sql, request.log.executions(sql) + 1)
        ? engine.callSite(statement.getClass())
        : null;
  }
}
