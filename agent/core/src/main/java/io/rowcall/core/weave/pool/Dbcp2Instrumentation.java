package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.core.library.Library;
import io.rowcall.core.library.PoolGauge;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Tracks the leases of DBCP 2 and of Tomcat's copy of it, whose data sources lend guards around
 * pooled connections.
 */
public final class Dbcp2Instrumentation implements Instrumentation {
  private static final String PACKAGE = "org/apache/commons/dbcp2/";
  private static final String TOMCATS_PACKAGE = "org/apache/tomcat/dbcp/dbcp2/";
  private static final String BASIC = "BasicDataSource";
  private static final String POOLING = "PoolingDataSource";
  private static final String GUARD = "PoolingDataSource$PoolGuardConnectionWrapper";

  @Override
  public Library library() {
    String total = "connectionPool.allObjects.size()";
    String max = "connectionPool.maxTotal";
    return Library.pool(
            "dbcp2",
            "org.apache.commons.dbcp",
            "org.apache.commons.pool",
            "org.apache.tomcat.dbcp.")
        .withGauge(PoolGauge.total("org.apache.commons.dbcp2.BasicDataSource", total, max))
        .withGauge(PoolGauge.total("org.apache.tomcat.dbcp.dbcp2.BasicDataSource", total, max))
        .withGauge(
            PoolGauge.total(
                "org.apache.commons.dbcp2.PoolingDataSource",
                "pool.allObjects.size()",
                "pool.maxTotal"));
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(
        PACKAGE + BASIC,
        PACKAGE + POOLING,
        PACKAGE + GUARD,
        TOMCATS_PACKAGE + BASIC,
        TOMCATS_PACKAGE + POOLING,
        TOMCATS_PACKAGE + GUARD);
  }

  @Override
  public void weave(Weaver type) {
    PoolRules.pool(
        type.in(
            PACKAGE + BASIC, PACKAGE + POOLING, TOMCATS_PACKAGE + BASIC, TOMCATS_PACKAGE + POOLING),
        named("getConnection"));
    PoolRules.connection(type.in(PACKAGE + GUARD, TOMCATS_PACKAGE + GUARD));
  }
}
