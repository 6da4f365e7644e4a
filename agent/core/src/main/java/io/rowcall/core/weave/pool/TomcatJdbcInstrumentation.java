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

/**
 * Tomcat's JDBC pool. What it hands out is a {@code Proxy}, so the pooled connection behind it is
 * what is followed, from the pool and back to it. The pool is named like its data source.
 */
public final class TomcatJdbcInstrumentation implements Instrumentation {
  private static final String PACKAGE = "org/apache/tomcat/jdbc/pool/";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        PACKAGE + "ConnectionPool", PACKAGE + "DataSourceProxy", PACKAGE + "PooledConnection");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("PooledConnection")) {
      type.addState(ConnectionState.class);
    } else if (type.isNamed("DataSourceProxy")) {
      type.adviseConstructors(PoolAdvice.Made.class);
      type.advise(CreatePool.class, named("createPool").and(takesArguments(0)));
      type.advise(PoolAdvice.Fill.class, named("createPool").and(takesArguments(0)));
    } else {
      type.advise(
          PoolAdvice.Borrow.class,
          named("borrowConnection").and(takesArguments(int.class, String.class, String.class)));
      type.advise(GiveBack.class, named("returnConnection").and(takesArguments(1)));
    }
  }

  static final class CreatePool {
    private CreatePool() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object dataSource, @Advice.Return @Nullable Object pool) {
      PoolHooks.same(dataSource, pool);
    }
  }

  static final class GiveBack {
    private GiveBack() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable Object connection) {
      PoolHooks.closes(connection);
    }
  }
}
