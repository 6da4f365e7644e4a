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
 * Tracks the leases of Tomcat's JDBC pool. It lends a {@code Proxy}, so the pooled connection
 * behind it is followed, from the pool and back to it. The pool is named like its data source.
 */
public final class TomcatJdbcInstrumentation implements Instrumentation {
  private static final String DATA_SOURCE = "org/apache/tomcat/jdbc/pool/DataSourceProxy";
  private static final String POOL = "org/apache/tomcat/jdbc/pool/ConnectionPool";
  private static final String CONNECTION = "org/apache/tomcat/jdbc/pool/PooledConnection";

  @Override
  public Library library() {
    return Library.pool("tomcat", "org.apache.tomcat.jdbc.")
        .withGauge(
            PoolGauge.total(
                "org.apache.tomcat.jdbc.pool.ConnectionPool",
                "size.get()",
                "poolProperties.maxActive"));
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(DATA_SOURCE, POOL, CONNECTION);
  }

  @Override
  public void weave(Weaver type) {
    type.in(DATA_SOURCE)
        .adviseConstructors(PoolAdvice.Create.class)
        .advise(named("createPool").and(takesArguments(0)), PoolAdvice.CreateInner.class)
        .advise(named("createPool").and(takesArguments(0)), PoolAdvice.Fill.class);
    type.in(POOL)
        .advise(
            named("borrowConnection").and(takesArguments(int.class, String.class, String.class)),
            PoolAdvice.Borrow.class)
        .advise(named("returnConnection").and(takesArguments(1)), PoolAdvice.Return.class);
    type.in(CONNECTION).addState(ConnectionState.class);
  }
}
