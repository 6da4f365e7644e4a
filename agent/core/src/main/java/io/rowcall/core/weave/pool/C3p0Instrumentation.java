package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.core.library.Library;
import io.rowcall.core.library.PoolGauge;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** Tracks the leases of c3p0, whose data sources lend proxies. Their class was renamed in 0.11. */
public final class C3p0Instrumentation implements Instrumentation {
  private static final String PACKAGE = "com/mchange/v2/c3p0/impl/";
  private static final String POOL = PACKAGE + "AbstractPoolBackedDataSource";
  private static final String CONNECTION = PACKAGE + "NewProxyConnection";
  private static final String NEWER_CONNECTION = PACKAGE + "AbstractNewProxyConnection";

  @Override
  public Library library() {
    return Library.pool("c3p0", "com.mchange.")
        .withGauge(
            PoolGauge.max(
                "com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource",
                "connectionPoolDataSource.maxPoolSize"));
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(POOL, CONNECTION, NEWER_CONNECTION);
  }

  @Override
  public void weave(Weaver type) {
    PoolRules.pool(type.in(POOL), named("getConnection"));
    PoolRules.connection(type.in(CONNECTION, NEWER_CONNECTION));
  }
}
