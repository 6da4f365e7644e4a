package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** HikariCP, from its pool to its proxies. It has a name of its own. */
public final class HikariInstrumentation implements Instrumentation {
  private static final String PACKAGE = "com/zaxxer/hikari/pool/";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        PACKAGE + "HikariPool", PACKAGE + "PoolBase", PACKAGE + "ProxyConnection");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("HikariPool")) {
      type.adviseConstructors(Named.class);
      type.advise(PoolAdvice.Borrow.class, named("getConnection").and(takesArguments(long.class)));
    } else if (type.isNamed("PoolBase")) {
      type.advise(PoolAdvice.Fill.class, named("newConnection"));
    } else {
      type.addState(ConnectionState.class, named("close").and(takesArguments(0)));
      type.advise(PoolAdvice.Close.class, named("close").and(takesArguments(0)));
    }
  }

  static final class Named {
    private Named() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object pool, @Advice.FieldValue("poolName") @Nullable String name) {
      PoolHooks.named(pool, name);
    }
  }
}
