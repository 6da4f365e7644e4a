package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.Carrier;
import io.rowcall.boot.Hooks;
import io.rowcall.boot.Slot;
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
    type.addState(Carrier.class);
    type.advise(QueryWithSql.class, Signatures.querying().and(Signatures.withSql()));
    type.advise(ExecuteWithSql.class, Signatures.executing().and(Signatures.withSql()));
    type.advise(Query.class, Signatures.querying().and(Signatures.noArguments()));
    type.advise(Execute.class, Signatures.executing().and(Signatures.noArguments()));
    type.advise(Batch.class, Signatures.executingBatch());
    type.advise(AddBatch.class, named("addBatch").and(Signatures.noArguments()));
    type.advise(AddBatchWithSql.class, named("addBatch").and(takesArguments(String.class)));
    type.advise(ClearBatch.class, named("clearBatch").and(Signatures.noArguments()));
    type.advise(
        TakeResultSet.class,
        named("getResultSet")
            .and(Signatures.noArguments())
            .and(returns(named("java.sql.ResultSet"))));
    type.advise(
        MoreResults.class,
        named("getMoreResults")
            .and(returns(boolean.class))
            .and(takesArguments(0).or(takesArguments(int.class))));
    type.advise(ClearParameters.class, named("clearParameters").and(Signatures.noArguments()));
    type.advise(Binding.OfNull.class, Signatures.settingNull(int.class));
    type.advise(Binding.OfNamedNull.class, Signatures.settingNull(String.class));
    bind(type, Binding.OfInteger.class, Binding.OfNamedInteger.class, Signatures.integer());
    bind(type, Binding.OfBoolean.class, Binding.OfNamedBoolean.class, is(boolean.class));
    bind(type, Binding.OfDecimal.class, Binding.OfNamedDecimal.class, Signatures.decimal());
    type.advise(Binding.OfObject.class, Signatures.setting(int.class, Signatures.reference()));
    type.advise(
        Binding.OfNamedObject.class, Signatures.setting(String.class, Signatures.reference()));
  }

  private static void bind(
      Weaver type,
      Class<?> byPosition,
      Class<?> byName,
      ElementMatcher<? super TypeDescription> value) {
    type.advise(byPosition, Signatures.settingPrimitive(int.class, value));
    type.advise(byName, Signatures.settingPrimitive(String.class, value));
  }

  static final class QueryWithSql {
    private QueryWithSql() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Slot enter(@Weaver.OfDialect int dialect) {
      return Hooks.executionStarts(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Slot slot,
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.OfDialect int dialect,
        @Advice.Return @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      Hooks.executionEnds(slot, statement, sql, dialect, result, thrown != null);
    }
  }

  static final class ExecuteWithSql {
    private ExecuteWithSql() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Slot enter(@Weaver.OfDialect int dialect) {
      return Hooks.executionStarts(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Slot slot,
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.OfDialect int dialect,
        @Advice.Thrown @Nullable Throwable thrown) {
      Hooks.executionEnds(slot, statement, sql, dialect, null, thrown != null);
    }
  }

  static final class Query {
    private Query() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Slot enter(@Weaver.OfDialect int dialect) {
      return Hooks.executionStarts(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Slot slot,
        @Advice.This Object statement,
        @Advice.Return @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      Hooks.executionEnds(slot, statement, result, thrown != null);
    }
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Slot enter(@Weaver.OfDialect int dialect) {
      return Hooks.executionStarts(dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Slot slot,
        @Advice.This Object statement,
        @Advice.Thrown @Nullable Throwable thrown) {
      Hooks.executionEnds(slot, statement, null, thrown != null);
    }
  }

  static final class Batch {
    private Batch() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Slot enter(@Advice.This Object statement, @Weaver.OfDialect int dialect) {
      return Hooks.batchStarts(statement, dialect);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Slot slot,
        @Advice.This Object statement,
        @Advice.Thrown @Nullable Throwable thrown) {
      Hooks.batchEnds(slot, statement, thrown != null);
    }
  }

  static final class AddBatch {
    private AddBatch() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      Hooks.addBatch(statement);
    }
  }

  static final class AddBatchWithSql {
    private AddBatchWithSql() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.OfDialect int dialect) {
      Hooks.addBatch(statement, sql, dialect);
    }
  }

  static final class ClearBatch {
    private ClearBatch() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      Hooks.clearBatch(statement);
    }
  }

  static final class TakeResultSet {
    private TakeResultSet() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Return @Nullable Object result) {
      Hooks.resultSetTaken(statement, result);
    }
  }

  static final class MoreResults {
    private MoreResults() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      Hooks.movesToNextResultSet(statement);
    }
  }

  static final class ClearParameters {
    private ClearParameters() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      Hooks.clearParameters(statement);
    }
  }
}
