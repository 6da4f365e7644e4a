package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** c3p0, from its data source to its proxies, whose class changed its name with 0.11. */
public final class C3p0Instrumentation implements Instrumentation {
  private static final String PACKAGE = "com/mchange/v2/c3p0/impl/";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        PACKAGE + "AbstractNewProxyConnection",
        PACKAGE + "AbstractPoolBackedDataSource",
        PACKAGE + "NewProxyConnection");
  }

  @Override
  public void weave(Weaver type) {
    if (!type.isNamed("AbstractPoolBackedDataSource")) {
      type.addState(ConnectionState.class, named("close").and(takesArguments(0)));
      type.advise(PoolAdvice.Close.class, named("close").and(takesArguments(0)));
    } else {
      type.adviseConstructors(PoolAdvice.Made.class);
      type.advise(PoolAdvice.Borrow.class, named("getConnection"));
    }
  }
}
