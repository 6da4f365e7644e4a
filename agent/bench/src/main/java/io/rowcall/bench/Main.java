package io.rowcall.bench;

import io.rowcall.bench.peers.PeersCommand;
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
 * Command line of the benchmarks. Runs in the project's directory, after a build:
 *
 * <ul>
 *   <li>{@code request} (the default): a request with 0, 1, 20 and 500 executions, with and without
 *       the agent, next to two clock reads; about two minutes;
 *   <li>{@code calls [name]}: each kind of call separately; about ten minutes;
 *   <li>{@code contended}: 16 threads on one endpoint and statement; about two minutes;
 *   <li>{@code peers [--only …] [--table …] [--rounds n]}: comparison with other agents, {@link
 *       PeersCommand};
 *   <li>{@code memory}: retained heap of a small service, {@link MemoryCommand};
 *   <li>{@code aot [java-home] [rounds]}: startup from an AOT cache, {@link AotStartCommand};
 *   <li>{@code soak [requests]}: leak check over an hour's worth of requests, {@link SoakCommand}.
 * </ul>
 */
public final class Main {
  private static final String DEFAULT_AGENT = "agent/agent/target/rowcall-agent.jar";

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    String command = arguments.length > 0 ? arguments[0] : "request";
    List<String> rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    switch (command) {
      case "request" -> request(agent());
      case "calls" -> CallsCommand.run(agent(), rest);
      case "contended" -> ContentionCommand.run(agent());
      case "peers" -> PeersCommand.run(agent(), rest);
      case "memory" -> MemoryCommand.run(agent());
      case "aot" -> AotStartCommand.run(agent(), rest);
      case "soak" -> SoakCommand.run(agent(), rest);
      default -> {
        usage("expected request, calls, contended, peers, memory, aot or soak, found " + command);
      }
    }
  }

  private static Path agent() {
    Path agent = Path.of(DEFAULT_AGENT);
    if (!Files.exists(agent)) {
      usage(
          "no agent at "
              + agent
              + "; build it with `mvn package`, and run this in the project's directory");
    }
    return agent.toAbsolutePath();
  }

  @SuppressWarnings("SystemOut") // Usage errors go to stderr.
  private static void usage(String error) {
    System.err.println("rowcall-bench: " + error);
    System.exit(2);
  }

  @SuppressWarnings("SystemOut") // Results go to stdout.
  private static void request(Path agent) throws Exception {
    double clock = clock();
    var without = requests();
    Path reports = Files.createTempDirectory("rowcall-bench");
    var with = requests("-javaagent:" + agent + "=report.dir=" + reports);
    System.out.print(table(clock, without, with));
  }

  private static double clock() throws RunnerException {
    var options = options("ClockReadBenchmark").build();
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

  static double bytes(RunResult result) {
    var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return allocated == null ? Double.NaN : allocated.getScore();
  }

  /** Three forks, long enough for medians on a busy machine. */
  static OptionsBuilder options(String benchmark) {
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
      double added = entry.getValue().nanos() - plain.nanos();
      double perExecution = executions == 0 ? Double.NaN : (added - request) / executions;
      text.append(
          String.format(
              Locale.ROOT,
              "%10d  %10.1f  %7.1f  %16.1f  %7.2f  %10.1f%n",
              executions,
              plain.nanos(),
              entry.getValue().nanos(),
              perExecution,
              perExecution / clock,
              entry.getValue().bytes() - plain.bytes()));
    }
    text.append(String.format(Locale.ROOT, "an empty request: +%.0f ns%n", request));
    return text.toString();
  }

  private static Figure figure(Map<Integer, Figure> figures, int executions) {
    return figures.getOrDefault(executions, new Figure(Double.NaN, Double.NaN));
  }

  private record Figure(double nanos, double bytes) {}
}
