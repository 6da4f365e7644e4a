package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.library.Library;
import io.rowcall.core.library.PoolGauge;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Tracks the leases of Vibur DBCP. It lends a {@code Proxy}, so the holder of the connection behind
 * it is followed, from the pool and back to it. The pool is named like its data source.
 */
public final class ViburInstrumentation implements Instrumentation {
  private static final String DATA_SOURCE = "org/vibur/dbcp/ViburDBCPDataSource";
  private static final String POOL = "org/vibur/dbcp/pool/PoolOperations";
  private static final String CONNECTION = "org/vibur/dbcp/pool/ConnHolder";

  @Override
  public Library library() {
    return Library.pool("vibur", "org.vibur.")
        .withGauge(
            PoolGauge.total(
                "org.vibur.dbcp.ViburDBCPDataSource", "pool.createdTotal()", "poolMaxSize"));
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(DATA_SOURCE, POOL, CONNECTION);
  }

  @Override
  public void weave(Weaver type) {
    type.in(DATA_SOURCE).adviseConstructors(PoolAdvice.Create.class);
    type.in(POOL)
        .adviseConstructors(PoolAdvice.CreateFor.class)
        .advise(named("getConnHolder").and(takesArguments(long.class)), PoolAdvice.Borrow.class)
        .advise(named("restore").and(takesArguments(3)), PoolAdvice.Return.class);
    type.in(CONNECTION).addState(ConnectionState.class);
  }
}
