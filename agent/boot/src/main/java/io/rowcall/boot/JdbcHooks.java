package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.SqlCache;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.UnresolvedSql;
import io.rowcall.boot.state.StateMap;
import io.rowcall.boot.state.StatementState;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of woven connections and statements: preparation and execution.
 *
 * <p><b>Threads:</b> the application's. All state is the thread's own ({@link ThreadState}) or the
 * JDBC object's ({@link StatementState}).
 *
 * <p><b>Budget of an execution inside a request:</b> two clock reads, one thread-local read, a few
 * field writes. No allocation, lock, boxing, hashing of SQL text that was seen before, logging, or
 * exception. A {@code before} hook returns the thread's state, and its {@code after} hook gets it
 * back, which saves the second thread-local read. It also makes nested executions (pools, proxies,
 * drivers that call themselves) free: they get null, and a null ends nothing.
 */
public final class JdbcHooks {
  private JdbcHooks() {}

  /** Excludes this thread from counting: what it executes from here on is the agent's own. */
  public static void ignoreThisThread() {
    ThreadState.current().executing = true;
  }

  // ---- Preparation ----

  /** Before a connection of unknown dialect prepares: one that it wraps may know the dialect. */
  public static void beforePrepare() {
    ThreadState.current().preparedDialect = SqlCache.UNKNOWN;
  }

  /** After a connection has created a prepared or callable statement. */
  public static void afterPrepare(@Nullable Object statement, @Nullable String sql, int dialect) {
    if (statement == null) {
      return;
    }
    Object prepared = prepared(sql, dialect);
    if (StateMap.isProxy(statement)) {
      return; // Its class is not woven: its delegate executes.
    }
    StatementState state = StateMap.ofStatement(statement);
    state.rowcall$statement(prepared);
    ParameterHooks.resetBatch(state);
    ParameterHooks.clearParameters(state);
  }

  /** The statement of a text; an {@link UnresolvedSql} while its dialect is unknown. */
  private static Object prepared(@Nullable String sql, int dialect) {
    ThreadState thread = ThreadState.current();
    if (dialect != SqlCache.UNKNOWN) {
      thread.preparedDialect = dialect;
      return SqlCache.get(sql, dialect);
    }
    if (thread.preparedDialect != SqlCache.UNKNOWN) {
      return SqlCache.get(sql, thread.preparedDialect);
    }
    return sql == null ? SqlStatement.OTHER : new UnresolvedSql(sql);
  }

  // ---- Execution ----

  /** Before an execution by a class of unknown dialect. */
  public static @Nullable ThreadState beforeExecute() {
    return beforeExecute(SqlCache.UNKNOWN);
  }

  /**
   * Before an execution. Among a driver and its wrappers, the outermost whose dialect is known
   * decides.
   *
   * @return null when this thread is inside an execution already
   */
  public static @Nullable ThreadState beforeExecute(int dialect) {
    ThreadState thread = ThreadState.current();
    if (thread.executing) {
      if (thread.dialect == SqlCache.UNKNOWN) {
        thread.dialect = dialect;
      }
      return null;
    }
    if (thread.unrecorded) {
      thread.countUnrecorded();
    }
    thread.executing = true;
    thread.unrecorded = true;
    thread.dialect = dialect;
    thread.executionStartNanos = System.nanoTime();
    return thread;
  }

  /** After the execution of a prepared statement. */
  public static void afterExecute(
      @Nullable ThreadState thread, Object statement, @Nullable Object result, boolean failed) {
    if (thread == null) {
      onNestedResult(result);
      return;
    }
    long nanos = System.nanoTime() - thread.executionStartNanos;
    thread.executing = false;
    SqlStatement executed = SqlStatement.OTHER;
    long bindHash = 0;
    StatementState parameters = null;
    try {
      StatementState state = StateMap.ofStatement(statement);
      executed = resolve(state.rowcall$statement());
      bindHash = ParameterHooks.bindHash(state);
      parameters = state;
    } catch (Throwable ours) {
      Engine.suppress(ours); // The statement is lost; the execution is not.
    }
    Object rows = takeWovenResult(thread, result);
    ExecutionRecorder.record(
        thread, executed, nanos, bindHash, parameters, 0, failed, statement, rows);
  }

  /** After the execution of a text, whose own hash stands for the bound values. */
  public static void afterExecute(
      @Nullable ThreadState thread,
      Object statement,
      @Nullable String sql,
      int dialect,
      @Nullable Object result,
      boolean failed) {
    if (thread == null) {
      onNestedResult(result);
      return;
    }
    long nanos = System.nanoTime() - thread.executionStartNanos;
    thread.executing = false;
    SqlStatement executed = SqlStatement.OTHER;
    try {
      executed = SqlCache.get(sql, dialect == SqlCache.UNKNOWN ? thread.dialect : dialect);
      StateMap.ofStatement(statement).rowcall$statement(executed);
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
    long hash = sql == null ? 0 : sql.hashCode();
    Object rows = takeWovenResult(thread, result);
    ExecutionRecorder.record(thread, executed, nanos, hash, null, 0, failed, statement, rows);
  }

  /** After an execution inside another one. */
  private static void onNestedResult(@Nullable Object result) {
    if (result != null && !StateMap.isProxy(result)) {
      ThreadState thread = ThreadState.current();
      if (thread.executing) {
        thread.nestedResult = result;
      }
    }
  }

  /**
   * The result whose moves are visible: of nested results, the outermost that is no proxy. Forgets
   * the nested one.
   */
  private static @Nullable Object takeWovenResult(ThreadState thread, @Nullable Object result) {
    Object nested = thread.nestedResult;
    if (nested == null) {
      return result;
    }
    thread.nestedResult = null;
    return StateMap.isProxy(result) ? nested : result;
  }

  /** Before the execution of a batch by a class of unknown dialect. */
  public static @Nullable ThreadState beforeBatch(Object statement) {
    return beforeBatch(statement, SqlCache.UNKNOWN);
  }

  /**
   * Before the execution of a batch. Its size is read now, because drivers clear it while
   * executing.
   */
  public static @Nullable ThreadState beforeBatch(Object statement, int dialect) {
    ThreadState thread = beforeExecute(dialect);
    if (thread != null) {
      thread.batchSize = 0;
      try {
        thread.batchSize = ParameterHooks.batchSize(StateMap.ofStatement(statement));
      } catch (Throwable ours) {
        Engine.suppress(ours);
      }
    }
    return thread;
  }

  /** After the execution of a batch, successful or not: the next batch starts empty. */
  public static void afterBatch(@Nullable ThreadState thread, Object statement, boolean failed) {
    SqlStatement executed = SqlStatement.OTHER;
    long bindHash = 0;
    StatementState parameters = null;
    long now = System.nanoTime();
    try {
      StatementState state = StateMap.ofStatement(statement);
      executed = resolve(state.rowcall$statement());
      bindHash = ParameterHooks.batchHash(state);
      parameters = state;
      ParameterHooks.resetBatch(state);
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
    if (thread == null) {
      return;
    }
    thread.executing = false;
    thread.nestedResult = null;
    long nanos = now - thread.executionStartNanos;
    int size = thread.batchSize;
    StatementState values = size == 1 ? parameters : null;
    ExecutionRecorder.record(
        thread, executed, nanos, bindHash, values, size, failed, statement, null);
  }

  /** The statement that has just been executed. */
  private static SqlStatement resolve(@Nullable Object statement) {
    if (statement instanceof UnresolvedSql) {
      return ((UnresolvedSql) statement).resolve(ThreadState.current().dialect);
    }
    return statement == null ? SqlStatement.OTHER : (SqlStatement) statement;
  }
}
