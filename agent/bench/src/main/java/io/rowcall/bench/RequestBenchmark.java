package io.rowcall.bench;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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
 * A request with executions of a prepared statement on a no-op driver: bind one value, execute,
 * fetch a row. {@link Main} runs it with and without the agent, and divides.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {
  /** Executions in the request. */
  @Param({"0", "1", "20", "500"})
  public int executions;

  private final HttpExchange exchange = new NullExchange();
  private Filter.Chain chain = new Filter.Chain(List.of(), unused -> {});

  @Setup
  public void prepare(Blackhole blackhole) throws SQLException {
    Connection connection = NullDriver.connect();
    PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM contact WHERE id = ?");
    int count = executions;
    chain =
        new Filter.Chain(
            List.of(),
            unused -> {
              try {
                for (int i = 0; i < count; i++) {
                  statement.setLong(1, i);
                  blackhole.consume(statement.executeQuery().next());
                }
              } catch (SQLException error) {
                throw new IllegalStateException(error);
              }
            });
  }

  @Benchmark
  public void request() throws IOException {
    chain.doFilter(exchange);
  }
}
