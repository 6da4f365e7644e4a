package io.rowcall.core.weave.jdbc;

import io.rowcall.boot.Hooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Tells a prepared statement its text when a {@code java.sql.Connection} makes it. */
public final class ConnectionInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("java/sql/Connection", "prepareStatement", "prepareCall");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Prepare.class, Signatures.preparing());
  }

  static final class Prepare {
    private Prepare() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Return @Nullable Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.OfDialect int dialect) {
      Hooks.prepared(statement, sql, dialect);
    }
  }
}
