package io.rowcall.bench;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.ResultSetHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.state.DetachedState;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Overhead of the hook in the getters of a result set. One operation is an execution in a request,
 * one row, and three columns. {@code evidence} is whose columns are watched: none, those of another
 * request, or those of this execution.
 *
 * <p>{@code java -cp agent/bench/target/rowcall-bench.jar org.openjdk.jmh.Main
 * ResultSetGetterBenchmark}; about a minute.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ResultSetGetterBenchmark {
  private static final int EXECUTIONS = 20;

  @Param({"none", "elsewhere", "here"})
  public String evidence = "";

  private final StubStatement statement = new StubStatement();
  private final DetachedState rows = new DetachedState();
  private @Nullable SqlStatement known;

  /** Ends a request, after which two results of the statement are watched, or none. */
  @Setup
  public void prepare() {
    Engine.install(new StubStatement.NormalizingEngine());
    JdbcHooks.afterPrepare(statement, "SELECT id, name FROM contact WHERE id = ?", 0);
    known = (SqlStatement) statement.rowcall$statement();
    if (known != null) {
      known.settleDemand();
      if (evidence.equals("none")) {
        known.resultsToWatch = 0;
      }
    }
    if (evidence.equals("elsewhere")) {
      Request open = HttpHooks.enter(null, "GET", "/open");
      execute(3);
      if (open != null) {
        HttpHooks.leave(open);
      }
    }
  }

  /** Twenty executions: {@link #EXECUTIONS} divides them out. */
  @Benchmark
  @org.openjdk.jmh.annotations.OperationsPerInvocation(EXECUTIONS)
  public void withThreeColumns() {
    request(3);
  }

  /** The same without a getter: what remains of the difference is the hook. */
  @Benchmark
  @org.openjdk.jmh.annotations.OperationsPerInvocation(EXECUTIONS)
  public void withoutColumns() {
    request(0);
  }

  private void request(int columns) {
    Request request = HttpHooks.enter(null, "GET", "/bench");
    if (known != null && evidence.equals("here")) {
      known.resultsToWatch = EXECUTIONS;
    }
    for (int i = 0; i < EXECUTIONS; i++) {
      execute(columns);
    }
    if (request != null) {
      HttpHooks.leave(request);
      HttpHooks.endUnlessSuspended(request, 200, false);
    }
  }

  private void execute(int columns) {
    ParameterHooks.bind(statement, 1, 7L);
    ThreadState thread = JdbcHooks.beforeExecute();
    JdbcHooks.afterExecute(thread, statement, rows, false);
    if (ResultSetHooks.beforeMove(rows)) {
      ResultSetHooks.afterNext(rows, true, false);
    }
    for (int column = 1; column <= columns; column++) {
      if (ResultSetHooks.beforeRead(rows)) {
        ResultSetHooks.afterRead(rows, column, 7L);
      }
    }
  }
}
