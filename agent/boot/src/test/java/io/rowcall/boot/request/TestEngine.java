package io.rowcall.boot.request;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Engine for tests: recognizes no libraries, and counts calls. */
public final class TestEngine extends Engine {
  public final AtomicInteger normalized = new AtomicInteger();
  public final AtomicInteger wakeUps = new AtomicInteger();
  public final List<Request> aggregated = new CopyOnWriteArrayList<>();
  public final List<Throwable> suppressed = new CopyOnWriteArrayList<>();
  public volatile boolean fails;

  @Override
  public SqlStatement statement(String sql, int dialect) {
    return new SqlStatement(normalized.incrementAndGet(), dialect, sql, null);
  }

  @Override
  public SqlStatement call(CallKind kind, String command, String target) {
    int ordinal = normalized.incrementAndGet();
    return SqlStatement.call(ordinal, ordinal, (command + ' ' + target).trim(), kind);
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
    wakeUps.incrementAndGet();
  }

  @Override
  public void aggregate(Request request) {
    if (fails) {
      throw new IllegalStateException("planned");
    }
    aggregated.add(request);
  }

  @Override
  public void onSuppressed(Throwable error) {
    suppressed.add(error);
  }
}
