package io.rowcall.core.weave.r2dbc;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.SqlClientHooks;
import io.rowcall.boot.state.StatementState;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Counts the executions of Vert.x SQL clients (4, 5), which all databases have in common: queries,
 * prepared queries, batches, and the parts that a cursor reads. Hibernate Reactive uses them.
 */
public final class VertxSqlInstrumentation implements Instrumentation {
  private static final String EXECUTOR = "io/vertx/sqlclient/impl/QueryExecutor";
  private static final String[] PREPARED = {
    "io/vertx/db2client/impl/codec/DB2PreparedStatement",
    "io/vertx/mssqlclient/impl/codec/MSSQLPreparedStatement",
    "io/vertx/mysqlclient/impl/codec/MySQLPreparedStatement",
    "io/vertx/pgclient/impl/codec/PgPreparedStatement"
  };

  @Override
  public Candidates candidates() {
    return Candidates.named(PREPARED).and(EXECUTOR);
  }

  @Override
  public void weave(Weaver type) {
    type.in(PREPARED).addState(StatementState.class).adviseConstructors(Prepared.class);
    type.in(EXECUTOR)
        .advise(named("executeSimpleQuery").and(takesArguments(5)), Simple.class)
        .advise(extended(6), Extended.class)
        .advise(extended(9), ExtendedPrepared.class)
        .advise(batch().and(takesArgument(1, String.class)), Batch.class)
        .advise(batch().and(takesArgument(4, List.class)).and(isOfPrepared()), BatchPrepared.class);
  }

  private static ElementMatcher.Junction<MethodDescription> extended(int parameters) {
    return named("executeExtendedQuery").and(takesArguments(parameters));
  }

  private static ElementMatcher.Junction<MethodDescription> batch() {
    return named("executeBatchQuery").and(takesArguments(6));
  }

  private static ElementMatcher.Junction<MethodDescription> isOfPrepared() {
    return takesArgument(1, named("io.vertx.sqlclient.PrepareOptions"));
  }

  static final class Prepared {
    private Prepared() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement, @Advice.FieldValue("sql") @Nullable String sql) {
      SqlClientHooks.onPrepared(statement, sql);
    }
  }

  static final class Simple {
    private Simple() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Argument(0) Object client,
        @Advice.Argument(1) @Nullable Object sql,
        @Advice.Argument(4) Promise<?> end) {
      SqlClientHooks.onExecute(client, sql, 0, 0, end.future().toCompletionStage());
    }
  }

  static final class Extended {
    private Extended() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Argument(0) Object client,
        @Advice.Argument(1) @Nullable Object sql,
        @Advice.Argument(4) @Nullable Tuple values,
        @Advice.Argument(5) Promise<?> end) {
      long bound = 0;
      for (int i = 0; values != null && i < values.size(); i++) {
        bound = SqlClientHooks.bind(bound, values.getValue(i));
      }
      SqlClientHooks.onExecute(client, sql, bound, 0, end.future().toCompletionStage());
    }
  }

  static final class ExtendedPrepared {
    private ExtendedPrepared() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Argument(0) Object client,
        @Advice.Argument(1) @Nullable Object statement,
        @Advice.Argument(4) @Nullable Tuple values,
        @Advice.Argument(8) Promise<?> end) {
      long bound = 0;
      for (int i = 0; values != null && i < values.size(); i++) {
        bound = SqlClientHooks.bind(bound, values.getValue(i));
      }
      SqlClientHooks.onExecute(client, statement, bound, 0, end.future().toCompletionStage());
    }
  }

  static final class Batch {
    private Batch() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Argument(0) Object client,
        @Advice.Argument(1) @Nullable Object sql,
        @Advice.Argument(4) @Nullable List<?> batch,
        @Advice.Argument(5) Promise<?> end) {
      int size = batch == null ? 0 : batch.size();
      SqlClientHooks.onExecute(client, sql, 0, size, end.future().toCompletionStage());
    }
  }

  static final class BatchPrepared {
    private BatchPrepared() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Argument(0) Object client,
        @Advice.Argument(2) @Nullable Object statement,
        @Advice.Argument(4) @Nullable List<?> batch,
        @Advice.Argument(5) Promise<?> end) {
      int size = batch == null ? 0 : batch.size();
      SqlClientHooks.onExecute(client, statement, 0, size, end.future().toCompletionStage());
    }
  }
}
