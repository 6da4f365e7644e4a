package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.PoolHooks;
import io.rowcall.core.library.Library;
import io.rowcall.core.library.PoolGauge;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Tracks the leases of HikariCP, whose pool has a name of its own and lends proxies. */
public final class HikariInstrumentation implements Instrumentation {
  private static final String POOL = "com/zaxxer/hikari/pool/HikariPool";
  private static final String POOL_BASE = "com/zaxxer/hikari/pool/PoolBase";
  private static final String CONNECTION = "com/zaxxer/hikari/pool/ProxyConnection";

  @Override
  public Library library() {
    return Library.pool("hikari", "com.zaxxer.hikari.")
        .withGauge(
            PoolGauge.idle(
                "com.zaxxer.hikari.pool.HikariPool", "getIdleConnections()", "config.maxPoolSize"));
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(POOL, POOL_BASE, CONNECTION);
  }

  @Override
  public void weave(Weaver type) {
    type.in(POOL)
        .adviseConstructors(Create.class)
        .advise(named("getConnection").and(takesArguments(long.class)), PoolAdvice.Borrow.class);
    type.in(POOL_BASE).advise(named("newConnection"), PoolAdvice.Fill.class);
    PoolRules.connection(type.in(CONNECTION));
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object pool, @Advice.FieldValue("poolName") @Nullable String name) {
      PoolHooks.onNamed(pool, name);
    }
  }
}
