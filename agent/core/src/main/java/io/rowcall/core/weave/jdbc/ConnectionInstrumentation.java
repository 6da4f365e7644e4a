package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the SQL text to the statements that a {@code java.sql.Connection} prepares, and counts
 * the ends of transactions and leases.
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
    type.advise(JdbcMethods.preparing(), Prepare.class);
    type.advise(
        named("createArrayOf").and(takesArgument(1, JdbcMethods.reference())), CreateArray.class);
    type.advise(named("commit").and(JdbcMethods.noArguments()), Commit.class);
    type.advise(named("rollback").and(JdbcMethods.noArguments()), Rollback.class);
    type.advise(named("setAutoCommit").and(takesArguments(boolean.class)), SwitchAutoCommit.class);
    type.advise(named("close").and(JdbcMethods.noArguments()), Close.class);
  }

  static final class Prepare {
    private Prepare() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Weaver.DriverDialect int dialect) {
      if (dialect == 0) {
        JdbcHooks.beforePrepare();
      }
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Return @Nullable Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.DriverDialect int dialect) {
      JdbcHooks.afterPrepare(statement, sql, dialect);
    }
  }

  static final class CreateArray {
    private CreateArray() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Return @Nullable Object array, @Advice.Argument(1) @Nullable Object elements) {
      ParameterHooks.onArrayCreated(array, elements);
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return PoolHooks.beforeTransactionEnd();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state, @Advice.Thrown @Nullable Throwable thrown) {
      PoolHooks.afterTransactionEnd(state, true, thrown != null);
    }
  }

  static final class Rollback {
    private Rollback() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return PoolHooks.beforeTransactionEnd();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state, @Advice.Thrown @Nullable Throwable thrown) {
      PoolHooks.afterTransactionEnd(state, false, thrown != null);
    }
  }

  /** Statements by which a driver switches are neither executions nor commits. */
  static final class SwitchAutoCommit {
    private SwitchAutoCommit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return PoolHooks.beforeTransactionEnd();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable ThreadState state) {
      PoolHooks.cancelTransactionEnd(state);
    }
  }

  static final class Close {
    private Close() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object connection) {
      PoolHooks.onClose(connection);
    }
  }
}
