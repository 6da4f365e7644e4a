package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.core.library.Library;
import io.rowcall.core.library.PoolGauge;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** Tracks the leases of Agroal, whose data source lends connection wrappers. */
public final class AgroalInstrumentation implements Instrumentation {
  private static final String POOL = "io/agroal/pool/DataSource";
  private static final String CONNECTION = "io/agroal/pool/wrapper/ConnectionWrapper";

  @Override
  public Library library() {
    return Library.pool("agroal", "io.agroal.")
        .withGauge(
            PoolGauge.total(
                "io.agroal.pool.DataSource",
                "connectionPool.allConnections.size()",
                "connectionPool.configuration.maxSize()"));
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(POOL, CONNECTION);
  }

  @Override
  public void weave(Weaver type) {
    PoolRules.pool(type.in(POOL), named("getConnection"));
    PoolRules.connection(type.in(CONNECTION));
  }
}
