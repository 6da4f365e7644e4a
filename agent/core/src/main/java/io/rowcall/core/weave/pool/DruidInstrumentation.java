package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.library.Library;
import io.rowcall.core.library.PoolGauge;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** Tracks the leases of Druid, whose data source lends connection wrappers. */
public final class DruidInstrumentation implements Instrumentation {
  private static final String POOL = "com/alibaba/druid/pool/DruidDataSource";
  private static final String CONNECTION = "com/alibaba/druid/pool/DruidPooledConnection";

  @Override
  public Library library() {
    return Library.pool("druid", "com.alibaba.druid.")
        .withGauge(
            PoolGauge.idle("com.alibaba.druid.pool.DruidDataSource", "poolingCount", "maxActive"));
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(POOL, CONNECTION);
  }

  @Override
  public void weave(Weaver type) {
    PoolRules.pool(type.in(POOL), named("getConnection").and(takesArguments(long.class)));
    PoolRules.connection(type.in(CONNECTION));
  }
}
