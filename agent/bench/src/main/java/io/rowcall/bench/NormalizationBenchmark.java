package io.rowcall.bench;

import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlDialect;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlStatementInfo;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlStatementSanitizer;
import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.request.Engine;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.SqlNormalizer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
 * Normalization of a dozen texts, compared with OpenTelemetry's sanitizer: of new statements, of
 * known statements with new literals, and of known texts. One operation covers all texts.
 *
 * <p>{@code java -cp agent/bench/target/rowcall-bench.jar org.openjdk.jmh.Main
 * NormalizationBenchmark -prof gc}; about a minute.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class NormalizationBenchmark {
  /** OpenTelemetry's sanitizer without its cache. */
  private static final MethodHandle SANITIZE = sanitize();

  /** More texts than either cache holds. */
  private static final int ROUNDS = 2048;

  private static final Pattern LITERAL = Pattern.compile("'[^']*'|\\b[0-9]+(\\.[0-9]+)?\\b");

  private final SqlStatementSanitizer sanitizer = SqlStatementSanitizer.create(true);
  private final StubStatement statement = new StubStatement();
  private String[] texts = {};

  /** The texts with different literals in each round. */
  private final List<String[]> rounds = new ArrayList<>();

  private int round;

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
    try (InputStream in = NormalizationBenchmark.class.getResourceAsStream("texts.sql")) {
      byte[] bytes = Objects.requireNonNull(in, "texts.sql").readAllBytes();
      texts = new String(bytes, StandardCharsets.UTF_8).split("\n");
    }
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(
          Arrays.stream(texts).map(text -> withOtherLiterals(text, random)).toArray(String[]::new));
    }
    Engine.install(new StubStatement.NormalizingEngine());
  }

  @Benchmark
  public void rowcallAtFirstSight(Blackhole blackhole) {
    for (String text : texts) {
      NormalizedSql normalized = SqlNormalizer.normalize(text, Dialect.POSTGRESQL);
      blackhole.consume(normalized);
    }
  }

  @Benchmark
  public void openTelemetryAtFirstSight(Blackhole blackhole) throws Throwable {
    for (String text : texts) {
      SqlStatementInfo info = (SqlStatementInfo) SANITIZE.invokeExact(text, SqlDialect.DEFAULT);
      blackhole.consume(info);
    }
  }

  private static String withOtherLiterals(String text, Random random) {
    return LITERAL
        .matcher(text)
        .replaceAll(
            literal ->
                literal.group().startsWith("'")
                    ? "'" + Long.toString(random.nextLong() >>> 1, 36) + "'"
                    : "" + (1 + random.nextInt(1_000_000)));
  }

  private String[] nextRound() {
    round = (round + 1) % ROUNDS;
    return rounds.get(round);
  }

  @Benchmark
  public void rowcallNewLiterals(Blackhole blackhole) {
    for (String text : nextRound()) {
      JdbcHooks.afterPrepare(statement, text, Dialect.POSTGRESQL.ordinal());
      blackhole.consume(statement.rowcall$statement());
    }
  }

  @Benchmark
  public void openTelemetryNewLiterals(Blackhole blackhole) {
    for (String text : nextRound()) {
      blackhole.consume(sanitizer.sanitize(text, SqlDialect.DEFAULT));
    }
  }

  @Benchmark
  public void rowcallSeenBefore(Blackhole blackhole) {
    for (String text : texts) {
      JdbcHooks.afterPrepare(statement, text, Dialect.POSTGRESQL.ordinal());
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
