package io.rowcall.core.weave.r2dbc;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.R2dbcExecution;
import io.rowcall.boot.R2dbcHooks;
import io.rowcall.boot.state.StatementState;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Counts the executions of R2DBC drivers that are built on Reactor: each subscription to what
 * {@code Statement.execute()} returns. Pools and proxies call these statements, so they need no
 * rule.
 */
public final class R2dbcInstrumentation implements Instrumentation {
  private static final String[] CONNECTIONS = {
    "io/r2dbc/h2/H2Connection",
    "io/r2dbc/postgresql/PostgresqlConnection",
    "org/mariadb/r2dbc/MariadbConnection"
  };

  private static final String[] STATEMENTS = {
    "io/r2dbc/h2/H2Statement",
    "io/r2dbc/postgresql/PostgresqlStatement",
    "org/mariadb/r2dbc/MariadbClientParameterizedQueryStatement",
    "org/mariadb/r2dbc/MariadbCommonStatement",
    "org/mariadb/r2dbc/MariadbServerParameterizedQueryStatement"
  };

  @Override
  public Library library() {
    return Library.framework("io.r2dbc.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CONNECTIONS).and(STATEMENTS);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CONNECTIONS).advise(own("createStatement"), Create.class);
    type.in(STATEMENTS)
        .addState(StatementState.class)
        .advise(own("bind").and(takesArgument(0, int.class)), Bind.class)
        .advise(own("bind").and(takesArgument(0, String.class)), BindNamed.class)
        .advise(own("bindNull").and(takesArgument(0, int.class)), BindNull.class)
        .advise(own("bindNull").and(takesArgument(0, String.class)), BindNullNamed.class)
        .advise(own("add").and(takesNoArguments()), Add.class)
        .advise(
            named("execute")
                .and(takesNoArguments())
                .and(returns(named("reactor.core.publisher.Flux"))),
            Execute.class);
  }

  /** The method itself, and not the one that forwards to it with the type of the interface. */
  private static ElementMatcher.Junction<MethodDescription> own(String name) {
    return named(name).and(not(isBridge()));
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Return @Nullable Object statement,
        @Advice.Argument(0) String sql,
        @Weaver.DriverDialect int dialect) {
      JdbcHooks.afterPrepare(statement, sql, dialect);
    }
  }

  static final class Bind {
    private Bind() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(1) Object value) {
      R2dbcHooks.bind(statement, index, value);
    }
  }

  static final class BindNamed {
    private BindNamed() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Argument(0) String name,
        @Advice.Argument(1) Object value) {
      ParameterHooks.bindNamed(statement, name, value);
    }
  }

  static final class BindNull {
    private BindNull() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Argument(0) int index) {
      R2dbcHooks.bind(statement, index, null);
    }
  }

  static final class BindNullNamed {
    private BindNullNamed() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement, @Advice.Argument(0) String name) {
      ParameterHooks.bindNamed(statement, name, (Object) null);
    }
  }

  static final class Add {
    private Add() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object statement) {
      ParameterHooks.addBatch(statement);
    }
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement, @Advice.Return(readOnly = false) @Nullable Flux<?> results) {
      if (results != null) {
        R2dbcExecution execution = R2dbcHooks.onAssembly(statement);
        results =
            results
                .doOnSubscribe(execution)
                .doOnError(execution)
                .doOnComplete(execution)
                .doOnCancel(execution);
      }
    }
  }
}
