package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.ResultSetHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.state.StatementState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Counts executions of {@code java.sql.Statement} and its sub-interfaces, once through any stack of
 * wrappers, and hashes the bound values.
 */
public final class StatementInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing(
        "java/sql/Statement",
        "execute",
        "executeQuery",
        "executeUpdate",
        "executeLargeUpdate",
        "executeBatch",
        "executeLargeBatch",
        "addBatch",
        "clearBatch",
        "getResultSet",
        "getMoreResults",
        "clearParameters",
        "setInt",
        "setNull",
        "setObject",
        "setLong",
        "setString");
  }

  @Override
  public void weave(Weaver type) {
    type.addState(StatementState.class);
    type.advise(JdbcMethods.querying().and(JdbcMethods.withSql()), QueryWithSql.class);
    type.advise(JdbcMethods.executing().and(JdbcMethods.withSql()), ExecuteWithSql.class);
    type.advise(JdbcMethods.querying().and(JdbcMethods.noArguments()), Query.class);
    type.advise(JdbcMethods.executing().and(JdbcMethods.noArguments()), Execute.class);
    type.advise(JdbcMethods.executingBatch(), Batch.class);
    type.advise(named("addBatch").and(JdbcMethods.noArguments()), AddBatch.class);
    type.advise(named("addBatch").and(takesArguments(String.class)), AddBatchWithSql.class);
    type.advise(named("clearBatch").and(JdbcMethods.noArguments()), ClearBatch.class);
    type.advise(
        named("getResultSet")
            .and(JdbcMethods.noArguments())
            .and(returns(named("java.sql.ResultSet"))),
        TakeResultSet.class);
    type.advise(
        named("getMoreResults")
            .and(returns(boolean.class))
            .and(takesArguments(0).or(takesArguments(int.class))),
        MoreResults.class);
    type.advise(named("clearParameters").and(JdbcMethods.noArguments()), ClearParameters.class);
    type.advise(JdbcMethods.settingNull(int.class), BindAdvice.Null.class);
    type.advise(JdbcMethods.settingNull(String.class), BindAdvice.NamedNull.class);
    bind(type, BindAdvice.IntegerValue.class, BindAdvice.NamedInteger.class, JdbcMethods.integer());
    bind(type, BindAdvice.BooleanValue.class, BindAdvice.NamedBoolean.class, is(boolean.class));
    bind(type, BindAdvice.DecimalValue.class, BindAdvice.NamedDecimal.class, JdbcMethods.decimal());
    type.advise(
        JdbcMethods.setting(int.class, JdbcMethods.reference()), BindAdvice.ObjectValue.class);
    type.advise(
        JdbcMethods.setting(String.class, JdbcMethods.reference()), BindAdvice.NamedObject.class);
  }

  private static void bind(
      Weaver type,
      Class<?> byPosition,
      Class<?> byName,
      ElementMatcher<? super TypeDescription> value) {
    type.advise(JdbcMethods.settingPrimitive(int.class, value), byPosition);
    type.advise(JdbcMethods.settingPrimitive(String.class, value), byName);
  }

  static final class QueryWithSql {
    private QueryWithSql() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Weaver.DriverDialect int dialect) {
      return JdbcHooks.beforeExecute(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.DriverDialect int dialect,
        @Advice.Return @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.afterExecute(state, statement, sql, dialect, result, thrown != null);
    }
  }

  static final class ExecuteWithSql {
    private ExecuteWithSql() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Weaver.DriverDialect int dialect) {
      return JdbcHooks.beforeExecute(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.DriverDialect int dialect,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.afterExecute(state, statement, sql, dialect, null, thrown != null);
    }
  }

  static final class Query {
    private Query() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Weaver.DriverDialect int dialect) {
      return JdbcHooks.beforeExecute(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object statement,
        @Advice.Return @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.afterExecute(state, statement, result, thrown != null);
    }
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Weaver.DriverDialect int dialect) {
      return JdbcHooks.beforeExecute(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object statement,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.afterExecute(state, statement, null, thrown != null);
    }
  }

  static final class Batch {
    private Batch() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(
        @Advice.This Object statement, @Weaver.DriverDialect int dialect) {
      return JdbcHooks.beforeBatch(statement, dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState state,
        @Advice.This Object statement,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.afterBatch(state, statement, thrown != null);
    }
  }

  static final class AddBatch {
    private AddBatch() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      ParameterHooks.addBatch(statement);
    }
  }

  static final class AddBatchWithSql {
    private AddBatchWithSql() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.DriverDialect int dialect) {
      ParameterHooks.addBatch(statement, sql, dialect);
    }
  }

  static final class ClearBatch {
    private ClearBatch() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      ParameterHooks.clearBatch(statement);
    }
  }

  static final class TakeResultSet {
    private TakeResultSet() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Return @Nullable Object result) {
      ResultSetHooks.onResultSet(statement, result);
    }
  }

  static final class MoreResults {
    private MoreResults() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      ResultSetHooks.onMoreResults(statement);
    }
  }

  static final class ClearParameters {
    private ClearParameters() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      ParameterHooks.clearParameters(statement);
    }
  }
}
