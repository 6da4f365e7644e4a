package io.rowcall.bench;

import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.state.DetachedState;
import io.rowcall.core.record.StatementTable;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statement with the state that weaving adds, and an engine that keeps statements and
 * drops requests.
 */
final class StubStatement extends DetachedState {
  static final class NormalizingEngine extends Engine {
    private final StatementTable statements = new StatementTable();

    @Override
    public SqlStatement statement(String sql, int dialect) {
      return statements.of(sql, dialect);
    }

    @Override
    public SqlStatement call(io.rowcall.boot.request.CallKind kind, String command, String target) {
      return SqlStatement.OTHER_CALL;
    }

    @Override
    public @Nullable Object callSite(Class<?> jdbcClass) {
      return null;
    }

    @Override
    public CacheStats cache(Object cache, @Nullable String name) {
      return CacheStats.OTHER;
    }

    @Override
    public Object unwrap(Object cache) {
      return cache;
    }

    @Override
    public PoolStats pool(Object pool, @Nullable String name) {
      return PoolStats.OTHER;
    }

    @Override
    public String jobName(Object task) {
      return task.getClass().getName();
    }

    @Override
    public String mainName() {
      return "Main.main";
    }

    @Override
    public boolean followRuns(Class<?> taskClass) {
      return false;
    }

    @Override
    public void onUse() {}

    @Override
    public void onRequestsWaiting() {
      for (Request request = RequestQueue.drain(); request != null; ) {
        Request next = RequestQueue.next(request);
        RequestQueue.release(request);
        request = next;
      }
    }

    @Override
    public void aggregate(Request request) {
      RequestQueue.release(request);
    }

    @Override
    public void onSuppressed(Throwable error) {
      throw new IllegalStateException(error);
    }
  }
}
