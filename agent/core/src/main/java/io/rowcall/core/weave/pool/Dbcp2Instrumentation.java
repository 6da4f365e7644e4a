package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** DBCP 2, and Tomcat's copy of it, from its data sources to its outermost wrappers. */
public final class Dbcp2Instrumentation implements Instrumentation {
  private static final String PACKAGE = "org/apache/commons/dbcp2/";
  private static final String COPY = "org/apache/tomcat/dbcp/dbcp2/";
  private static final String WRAPPER = "PoolingDataSource$PoolGuardConnectionWrapper";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        COPY + "BasicDataSource",
        COPY + "PoolingDataSource",
        COPY + WRAPPER,
        PACKAGE + "BasicDataSource",
        PACKAGE + "PoolingDataSource",
        PACKAGE + WRAPPER);
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed(WRAPPER)) {
      type.addState(ConnectionState.class, named("close").and(takesArguments(0)));
      type.advise(PoolAdvice.Close.class, named("close").and(takesArguments(0)));
    } else {
      type.adviseConstructors(PoolAdvice.Made.class);
      type.advise(PoolAdvice.Borrow.class, named("getConnection"));
    }
  }
}
