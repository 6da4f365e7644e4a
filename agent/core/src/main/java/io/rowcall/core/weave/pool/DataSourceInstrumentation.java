package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import io.rowcall.boot.PoolHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Every {@code javax.sql.DataSource} that is no pool: opens a connection, or passes one on. */
public final class DataSourceInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("javax/sql/DataSource", "getConnection");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Open.class, named("getConnection").and(returns(named("java.sql.Connection"))));
  }

  static final class Open {
    private Open() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter() {
      return PoolHooks.beforeOpen();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter long asked,
        @Advice.This Object dataSource,
        @Advice.Return @Nullable Object connection) {
      PoolHooks.afterOpen(asked, dataSource, connection);
    }
  }
}
