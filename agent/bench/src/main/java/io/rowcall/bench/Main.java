package io.rowcall.bench;

import io.rowcall.bench.peers.Peers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the request benchmark with and without the agent and prints what one request and one
 * execution cost more with it, as nanoseconds, as bytes and as a multiple of two clock reads.
 *
 * <p>{@code java -jar agent/bench/target/rowcall-bench.jar [agent.jar]}; about two minutes. With
 * {@code peers} as the first argument, {@link Peers} runs instead.
 */
public final class Main {
  private static final String DEFAULT_AGENT = "agent/dist/target/rowcall-agent.jar";

  private Main() {}

  @SuppressWarnings("SystemOut") // A program's results belong on stdout.
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("peers")) {
      Peers.run(List.of(arguments).subList(1, arguments.length));
      return;
    }
    Path agent = Path.of(arguments.length > 0 ? arguments[0] : DEFAULT_AGENT);
    if (!Files.exists(agent)) {
      System.err.printf(
          Locale.ROOT,
          "rowcall-bench: no agent at %s; build it with `mvn package`, or name its jar%n",
          agent);
      System.exit(2);
    }
    double clock = clock();
    var without = requests();
    Path reports = Files.createTempDirectory("rowcall-bench");
    var with = requests("-javaagent:" + agent.toAbsolutePath() + "=report.dir=" + reports);
    System.out.print(table(clock, without, with));
  }

  private static double clock() throws RunnerException {
    var options = options("ClockBenchmark").build();
    return new Runner(options).run().iterator().next().getPrimaryResult().getScore();
  }

  private static Map<Integer, Figure> requests(String... jvmArguments) throws RunnerException {
    var options =
        options("RequestBenchmark").jvmArgsAppend(jvmArguments).addProfiler(GCProfiler.class);
    var figures = new TreeMap<Integer, Figure>();
    Collection<RunResult> results = new Runner(options.build()).run();
    for (RunResult result : results) {
      int executions = Integer.parseInt(result.getParams().getParam("executions"));
      figures.put(executions, new Figure(result.getPrimaryResult().getScore(), bytes(result)));
    }
    return figures;
  }

  private static double bytes(RunResult result) {
    var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return allocated == null ? Double.NaN : allocated.getScore();
  }

  private static OptionsBuilder options(String benchmark) {
    var options = new OptionsBuilder();
    options
        .include("\\." + benchmark + "\\.")
        .forks(3)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(1))
        .jvmArgs("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC");
    return options;
  }

  private static String table(
      double clock, Map<Integer, Figure> without, Map<Integer, Figure> with) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%njava %s, %s, %d cores; two clock reads %.1f ns%n",
            System.getProperty("java.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            clock));
    text.append("executions  without ns  with ns  per execution ns  x clock  bytes with\n");
    double request = figure(with, 0).nanos() - figure(without, 0).nanos();
    for (var entry : with.entrySet()) {
      int executions = entry.getKey();
      Figure plain = figure(without, executions);
      double more = entry.getValue().nanos() - plain.nanos();
      double each = executions == 0 ? Double.NaN : (more - request) / executions;
      text.append(
          String.format(
              Locale.ROOT,
              "%10d  %10.1f  %7.1f  %16.1f  %7.2f  %10.1f%n",
              executions,
              plain.nanos(),
              entry.getValue().nanos(),
              each,
              each / clock,
              entry.getValue().bytes() - plain.bytes()));
    }
    text.append(String.format(Locale.ROOT, "a request by itself: +%.0f ns%n", request));
    return text.toString();
  }

  private static Figure figure(Map<Integer, Figure> figures, int executions) {
    return figures.getOrDefault(executions, new Figure(Double.NaN, Double.NaN));
  }

  private record Figure(double nanos, double bytes) {}
}
