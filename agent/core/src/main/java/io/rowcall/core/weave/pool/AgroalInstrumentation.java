package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** Agroal, from its data source to its wrappers. */
public final class AgroalInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "io/agroal/pool/DataSource", "io/agroal/pool/wrapper/ConnectionWrapper");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("ConnectionWrapper")) {
      type.addState(ConnectionState.class, named("close").and(takesArguments(0)));
      type.advise(PoolAdvice.Close.class, named("close").and(takesArguments(0)));
    } else {
      type.adviseConstructors(PoolAdvice.Made.class);
      type.advise(PoolAdvice.Borrow.class, named("getConnection"));
    }
  }
}
