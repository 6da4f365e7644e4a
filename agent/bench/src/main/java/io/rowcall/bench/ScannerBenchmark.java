package io.rowcall.bench;

import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlDialect;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlStatementInfo;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlStatementSanitizer;
import io.rowcall.boot.Hooks;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.Normalised;
import io.rowcall.core.sql.Scanner;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Normalising a dozen texts, beside OpenTelemetry's sanitizer: at first sight, and when they were
 * seen before. One operation is all texts.
 *
 * <p>{@code java -cp agent/bench/target/rowcall-bench.jar org.openjdk.jmh.Main ScannerBenchmark
 * -prof gc}; about a minute.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ScannerBenchmark {
  /** OpenTelemetry's scanner without the cache in front of it. */
  private static final MethodHandle SANITIZE = sanitize();

  private final SqlStatementSanitizer sanitizer = SqlStatementSanitizer.create(true);
  private final SeenStatement statement = new SeenStatement();
  private String[] texts = {};

  private static MethodHandle sanitize() {
    try {
      Class<?> scanner =
          Class.forName(SqlStatementSanitizer.class.getPackageName() + ".AutoSqlSanitizer");
      return MethodHandles.privateLookupIn(scanner, MethodHandles.lookup())
          .findStatic(
              scanner,
              "sanitize",
              MethodType.methodType(SqlStatementInfo.class, String.class, SqlDialect.class));
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(error);
    }
  }

  @Setup
  public void read() throws IOException {
    try (InputStream in = ScannerBenchmark.class.getResourceAsStream("texts.sql")) {
      byte[] bytes = Objects.requireNonNull(in, "texts.sql").readAllBytes();
      texts = new String(bytes, StandardCharsets.UTF_8).split("\n");
    }
    Hooks.engine = new SeenStatement.ScanningEngine();
  }

  @Benchmark
  public void rowcallAtFirstSight(Blackhole blackhole) {
    for (String text : texts) {
      Normalised normalised = Scanner.normalise(text, Dialect.POSTGRESQL);
      blackhole.consume(normalised);
    }
  }

  @Benchmark
  public void openTelemetryAtFirstSight(Blackhole blackhole) throws Throwable {
    for (String text : texts) {
      SqlStatementInfo info = (SqlStatementInfo) SANITIZE.invokeExact(text, SqlDialect.DEFAULT);
      blackhole.consume(info);
    }
  }

  @Benchmark
  public void rowcallSeenBefore(Blackhole blackhole) {
    for (String text : texts) {
      Hooks.prepared(statement, text, Dialect.POSTGRESQL.ordinal());
      blackhole.consume(statement.rowcall$statement());
    }
  }

  @Benchmark
  public void openTelemetrySeenBefore(Blackhole blackhole) {
    for (String text : texts) {
      blackhole.consume(sanitizer.sanitize(text, SqlDialect.DEFAULT));
    }
  }
}
