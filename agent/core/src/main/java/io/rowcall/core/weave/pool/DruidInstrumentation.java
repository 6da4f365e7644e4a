package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** Druid, from its data source to its wrappers. */
public final class DruidInstrumentation implements Instrumentation {
  private static final String PACKAGE = "com/alibaba/druid/pool/";

  @Override
  public Candidates candidates() {
    return Candidates.named(PACKAGE + "DruidDataSource", PACKAGE + "DruidPooledConnection");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("DruidPooledConnection")) {
      type.addState(ConnectionState.class, named("close").and(takesArguments(0)));
      type.advise(PoolAdvice.Close.class, named("close").and(takesArguments(0)));
    } else {
      type.adviseConstructors(PoolAdvice.Made.class);
      type.advise(PoolAdvice.Borrow.class, named("getConnection").and(takesArguments(long.class)));
    }
  }
}
