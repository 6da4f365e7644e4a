package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Tells a prepared statement its text when a {@code java.sql.Connection} makes it, and counts the
 * ends of transactions and of holds.
 */
public final class ConnectionInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing(
        "java/sql/Connection",
        "prepareStatement",
        "prepareCall",
        "createArrayOf",
        "commit",
        "rollback",
        "close");
  }

  @Override
  public void weave(Weaver type) {
    type.addState(ConnectionState.class, named("close").and(JdbcMethods.noArguments()));
    type.advise(Prepare.class, JdbcMethods.preparing());
    type.advise(
        MakeArray.class, named("createArrayOf").and(takesArgument(1, JdbcMethods.reference())));
    type.advise(Commit.class, named("commit").and(JdbcMethods.noArguments()));
    type.advise(Rollback.class, named("rollback").and(JdbcMethods.noArguments()));
    type.advise(SwitchAutoCommit.class, named("setAutoCommit").and(takesArguments(boolean.class)));
    type.advise(Close.class, named("close").and(JdbcMethods.noArguments()));
  }

  static final class Prepare {
    private Prepare() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Weaver.OfDialect int dialect) {
      if (dialect == 0) {
        JdbcHooks.preparationStarts();
      }
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Return @Nullable Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.OfDialect int dialect) {
      JdbcHooks.prepared(statement, sql, dialect);
    }
  }

  static final class MakeArray {
    private MakeArray() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Return @Nullable Object array, @Advice.Argument(1) @Nullable Object elements) {
      JdbcHooks.arrayMade(array, elements);
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return PoolHooks.transactionEnds();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot, @Advice.Thrown @Nullable Throwable thrown) {
      PoolHooks.transactionEnded(slot, true, thrown != null);
    }
  }

  static final class Rollback {
    private Rollback() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return PoolHooks.transactionEnds();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot, @Advice.Thrown @Nullable Throwable thrown) {
      PoolHooks.transactionEnded(slot, false, thrown != null);
    }
  }

  /** What a driver does to switch is neither an execution nor a commit of the application's. */
  static final class SwitchAutoCommit {
    private SwitchAutoCommit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return PoolHooks.transactionEnds();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable ThreadState slot) {
      PoolHooks.transactionGoesOn(slot);
    }
  }

  static final class Close {
    private Close() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object connection) {
      PoolHooks.closes(connection);
    }
  }
}
