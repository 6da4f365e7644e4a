package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import io.rowcall.boot.PoolHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the connections of data sources that are not pools: they open a connection, or delegate to
 * another data source.
 */
public final class DataSourceInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("javax/sql/DataSource", "getConnection");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("getConnection").and(returns(named("java.sql.Connection"))), Open.class);
  }

  static final class Open {
    private Open() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter() {
      return PoolHooks.beforeOpen();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter long start,
        @Advice.This Object dataSource,
        @Advice.Return @Nullable Object connection) {
      PoolHooks.afterOpen(start, dataSource, connection);
    }
  }
}
