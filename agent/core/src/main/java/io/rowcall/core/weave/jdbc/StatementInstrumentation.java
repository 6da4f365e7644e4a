package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JdbcHooks;
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
 * Counts the executions of {@code java.sql.Statement} and its sub-interfaces, once through any
 * stack of wrappers, and hashes their binds.
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
    type.advise(QueryWithSql.class, JdbcMethods.querying().and(JdbcMethods.withSql()));
    type.advise(ExecuteWithSql.class, JdbcMethods.executing().and(JdbcMethods.withSql()));
    type.advise(Query.class, JdbcMethods.querying().and(JdbcMethods.noArguments()));
    type.advise(Execute.class, JdbcMethods.executing().and(JdbcMethods.noArguments()));
    type.advise(Batch.class, JdbcMethods.executingBatch());
    type.advise(AddBatch.class, named("addBatch").and(JdbcMethods.noArguments()));
    type.advise(AddBatchWithSql.class, named("addBatch").and(takesArguments(String.class)));
    type.advise(ClearBatch.class, named("clearBatch").and(JdbcMethods.noArguments()));
    type.advise(
        TakeResultSet.class,
        named("getResultSet")
            .and(JdbcMethods.noArguments())
            .and(returns(named("java.sql.ResultSet"))));
    type.advise(
        MoreResults.class,
        named("getMoreResults")
            .and(returns(boolean.class))
            .and(takesArguments(0).or(takesArguments(int.class))));
    type.advise(ClearParameters.class, named("clearParameters").and(JdbcMethods.noArguments()));
    type.advise(BindAdvice.OfNull.class, JdbcMethods.settingNull(int.class));
    type.advise(BindAdvice.OfNamedNull.class, JdbcMethods.settingNull(String.class));
    bind(type, BindAdvice.OfInteger.class, BindAdvice.OfNamedInteger.class, JdbcMethods.integer());
    bind(type, BindAdvice.OfBoolean.class, BindAdvice.OfNamedBoolean.class, is(boolean.class));
    bind(type, BindAdvice.OfDecimal.class, BindAdvice.OfNamedDecimal.class, JdbcMethods.decimal());
    type.advise(BindAdvice.OfObject.class, JdbcMethods.setting(int.class, JdbcMethods.reference()));
    type.advise(
        BindAdvice.OfNamedObject.class, JdbcMethods.setting(String.class, JdbcMethods.reference()));
  }

  private static void bind(
      Weaver type,
      Class<?> byPosition,
      Class<?> byName,
      ElementMatcher<? super TypeDescription> value) {
    type.advise(byPosition, JdbcMethods.settingPrimitive(int.class, value));
    type.advise(byName, JdbcMethods.settingPrimitive(String.class, value));
  }

  static final class QueryWithSql {
    private QueryWithSql() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Weaver.OfDialect int dialect) {
      return JdbcHooks.executionStarts(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.OfDialect int dialect,
        @Advice.Return @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.executionEnds(slot, statement, sql, dialect, result, thrown != null);
    }
  }

  static final class ExecuteWithSql {
    private ExecuteWithSql() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Weaver.OfDialect int dialect) {
      return JdbcHooks.executionStarts(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.OfDialect int dialect,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.executionEnds(slot, statement, sql, dialect, null, thrown != null);
    }
  }

  static final class Query {
    private Query() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Weaver.OfDialect int dialect) {
      return JdbcHooks.executionStarts(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object statement,
        @Advice.Return @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.executionEnds(slot, statement, result, thrown != null);
    }
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Weaver.OfDialect int dialect) {
      return JdbcHooks.executionStarts(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object statement,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.executionEnds(slot, statement, null, thrown != null);
    }
  }

  static final class Batch {
    private Batch() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(
        @Advice.This Object statement, @Weaver.OfDialect int dialect) {
      return JdbcHooks.batchStarts(statement, dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState slot,
        @Advice.This Object statement,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdbcHooks.batchEnds(slot, statement, thrown != null);
    }
  }

  static final class AddBatch {
    private AddBatch() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      JdbcHooks.addBatch(statement);
    }
  }

  static final class AddBatchWithSql {
    private AddBatchWithSql() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.OfDialect int dialect) {
      JdbcHooks.addBatch(statement, sql, dialect);
    }
  }

  static final class ClearBatch {
    private ClearBatch() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      JdbcHooks.clearBatch(statement);
    }
  }

  static final class TakeResultSet {
    private TakeResultSet() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Return @Nullable Object result) {
      JdbcHooks.resultSetTaken(statement, result);
    }
  }

  static final class MoreResults {
    private MoreResults() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      JdbcHooks.movesToNextResultSet(statement);
    }
  }

  static final class ClearParameters {
    private ClearParameters() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      JdbcHooks.clearParameters(statement);
    }
  }
}
