package io.rowcall.bench;

import com.sun.net.httpserver.Filter;
import java.io.IOException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A request with {@value #CALLS} calls of one kind, on a no-op driver. {@link CallsCommand} runs it
 * with and without the agent, and divides.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
  static final int CALLS = 100;

  /**
   * Kind of call. A {@code handOver} forks and joins a task; {@code handOverIdle} does so outside
   * of requests.
   */
  @Param({
    "prepared",
    "text",
    "update",
    "callable",
    "batch",
    "setInt",
    "setLong",
    "setString",
    "setObject",
    "setNull",
    "next",
    "getString",
    "handOver",
    "handOverIdle"
  })
  public String call = "";

  private final NullExchange exchange = new NullExchange();
  private final ForkJoinPool pool = new ForkJoinPool(1);
  private Filter.Chain chain = new Filter.Chain(List.of(), unused -> {});

  @Setup
  public void prepare(Blackhole blackhole) throws SQLException {
    Connection connection = NullDriver.connect();
    PreparedStatement prepared =
        connection.prepareStatement("SELECT name FROM contact WHERE id = ?");
    CallableStatement callable = connection.prepareCall("{call price_of(?)}");
    Statement statement = connection.createStatement();
    ResultSet rows = prepared.executeQuery();
    Step step =
        switch (call) {
          case "prepared" -> i -> blackhole.consume(prepared.executeQuery());
          case "text" -> i -> blackhole.consume(statement.executeQuery("SELECT name FROM contact"));
          case "update" -> i -> blackhole.consume(prepared.executeUpdate());
          case "callable" -> i -> blackhole.consume(callable.execute());
          case "batch" ->
              i -> {
                prepared.addBatch();
                blackhole.consume(prepared.executeBatch());
              };
          case "setInt" -> i -> prepared.setInt(1, i);
          case "setLong" -> i -> prepared.setLong(1, i);
          case "setString" -> i -> prepared.setString(1, "a name");
          case "setObject" -> i -> prepared.setObject(1, "an object");
          case "setNull" -> i -> prepared.setNull(1, 12);
          case "next" -> i -> blackhole.consume(rows.next());
          case "getString" -> i -> blackhole.consume(rows.getString(1));
          default -> i -> new NoOpTask().fork().join();
        };
    chain = new Filter.Chain(List.of(), unused -> repeat(step));
  }

  private static void repeat(Step step) {
    try {
      for (int i = 0; i < CALLS; i++) {
        step.run(i);
      }
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  @Benchmark
  public void request() throws IOException {
    switch (call) {
      case "handOver" -> pool.invoke(new InPool(() -> chain.doFilter(exchange)));
      case "handOverIdle" ->
          pool.invoke(new InPool(() -> repeat(i -> new NoOpTask().fork().join())));
      default -> chain.doFilter(exchange);
    }
  }

  private interface Step {
    void run(int i) throws SQLException;
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Runs work on a worker thread, which forks and joins by itself. */
  private static final class InPool extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final transient Work work;

    InPool(Work work) {
      this.work = work;
    }

    @Override
    protected void compute() {
      try {
        work.run();
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static final class NoOpTask extends RecursiveAction {
    private static final long serialVersionUID = 1;

    @Override
    protected void compute() {}
  }
}
