package io.rowcall.bench;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.export.DeferredRecorder;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The report of 500 endpoints and 2,000 statements, which the agent writes every ten seconds: time
 * of the agent's thread when one endpoint was requested since the last report, and when all were.
 *
 * <p>{@code java -cp agent/bench/target/rowcall-bench.jar org.openjdk.jmh.Main ReportBenchmark};
 * two minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class ReportBenchmark {
  private static final int ENDPOINTS = 500;
  private static final int STATEMENTS = 2_000;
  private static final int STATEMENTS_OF_EACH = 20;
  private static final int ROUNDS = 20;
  private static final String[] SYLLABLES = {
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"
  };

  /** Endpoints that are requested between two reports. */
  @Param({"1", "500"})
  public int requested;

  private final StubStatement[] statements = new StubStatement[STATEMENTS];
  private Path folder = Path.of("");
  private DeferredRecorder recorder = new DeferredRecorder(config(""));
  private RecordingEngine engine = engine("", recorder);
  private long requests;
  private int next;

  private static Config config(String folder) {
    var settings = new Properties();
    settings.setProperty("rowcall.report.dir", folder);
    settings.setProperty("rowcall.report.interval", "1h");
    return Config.read(null, settings, Map.of(), Path.of("no-such-folder").toFile());
  }

  private static RecordingEngine engine(String folder, DeferredRecorder recorder) {
    return new RecordingEngine(config(folder), Instrumentations.libraries(), recorder);
  }

  @Setup
  public void fill() throws Exception {
    folder = Files.createTempDirectory("rowcall-bench");
    recorder = new DeferredRecorder(config(folder.toString()));
    engine = engine(folder.toString(), recorder);
    Engine.install(engine);
    for (int i = 0; i < STATEMENTS; i++) {
      statements[i] = new StubStatement();
      String sql = "SELECT id, name FROM t" + i + "x WHERE id = ?";
      JdbcHooks.afterPrepare(statements[i], sql, Dialect.POSTGRESQL.ordinal());
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < ENDPOINTS; i++) {
        request(i);
      }
      awaitAggregation();
    }
    recorder.end(engine);
  }

  @Setup(Level.Invocation)
  public void requestSome() throws InterruptedException {
    for (int i = 0; i < requested; i++) {
      request(next++ % ENDPOINTS);
    }
    awaitAggregation();
  }

  @Benchmark
  public void write() {
    recorder.end(engine);
  }

  @TearDown
  public void delete() throws IOException {
    engine.shutdown();
    Engine.install(null);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Each statement belongs to five endpoints. */
  private void request(int endpoint) {
    Request request = HttpHooks.enter(null, "GET", "/" + word(endpoint));
    if (request == null) {
      throw new IllegalStateException("another request is being served");
    }
    for (int i = 0; i < STATEMENTS_OF_EACH; i++) {
      StubStatement statement = statements[(endpoint * 4 + i * 97) % STATEMENTS];
      ParameterHooks.bind(statement, 1, (long) i);
      ThreadState thread = JdbcHooks.beforeExecute();
      JdbcHooks.afterExecute(thread, statement, null, false);
    }
    HttpHooks.leave(request);
    HttpHooks.endUnlessSuspended(request, 200, false);
    requests++;
  }

  private void awaitAggregation() throws InterruptedException {
    while (true) {
      engine.holdFigures();
      try {
        if (engine.aggregate().requests == requests) {
          return;
        }
      } finally {
        engine.releaseFigures();
      }
      Thread.sleep(1);
    }
  }

  private static String word(int number) {
    var word = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      word.append(SYLLABLES[digit - '0']);
    }
    return word.toString();
  }
}
