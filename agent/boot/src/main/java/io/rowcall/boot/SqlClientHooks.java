package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PendingExecution;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlCache;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.state.BindHash;
import io.rowcall.boot.state.StatementState;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of SQL clients without JDBC or R2DBC: an execution starts with a call, and ends with a
 * stage. The client serves several databases, so the dialect of its texts is unknown.
 *
 * <p><b>Threads:</b> the one that calls the client, and any that completes the stage. No lock.
 */
public final class SqlClientHooks {
  private SqlClientHooks() {}

  /** A statement was prepared, which may be executed for any request. */
  public static void onPrepared(Object statement, @Nullable String sql) {
    if (statement instanceof StatementState) {
      ((StatementState) statement).rowcall$statement(SqlCache.get(sql, SqlCache.UNKNOWN));
    }
  }

  /** The hash of bound values and another one. */
  public static long bind(long bound, @Nullable Object value) {
    return BindHash.mix(bound, BindHash.of(value));
  }

  /**
   * An execution starts.
   *
   * @param client what the application has called
   * @param statement the text, or a prepared statement
   * @param batch its size; 0 if it is none
   * @param end completes with it
   */
  public static void onExecute(
      Object client, @Nullable Object statement, long bindHash, int batch, CompletionStage<?> end) {
    ThreadState thread = ThreadState.current();
    if (thread.executing) {
      return; // A driver that runs on the client.
    }
    long now = System.nanoTime();
    SqlStatement sql = statement(statement);
    PendingExecution pending = new PendingExecution(now);
    ExecutionRecorder.recordStart(
        thread, sql, now, bindHash, batch, client, callSite(thread, client, sql), pending);
    end.whenComplete(new Completion(pending));
  }

  private static SqlStatement statement(@Nullable Object statement) {
    if (statement instanceof String) {
      return SqlCache.get((String) statement, SqlCache.UNKNOWN);
    }
    Object prepared =
        statement instanceof StatementState
            ? ((StatementState) statement).rowcall$statement()
            : null;
    return prepared instanceof SqlStatement ? (SqlStatement) prepared : SqlStatement.OTHER;
  }

  private static @Nullable Object callSite(ThreadState thread, Object client, SqlStatement sql) {
    Request request = thread.request;
    Engine engine = Engine.current();
    return request != null
            && engine != null
            && request.evidence.isCallSiteWanted(sql, request.log.executions(sql) + 1)
        ? engine.callSite(client.getClass())
        : null;
  }

  /** Ends an execution with its stage. */
  private static final class Completion implements BiConsumer<Object, Throwable> {
    private final PendingExecution pending;

    Completion(PendingExecution pending) {
      this.pending = pending;
    }

    @Override
    public void accept(@Nullable Object result, @Nullable Throwable failure) {
      pending.complete(failure != null);
    }
  }
}
