package io.rowcall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;

/** The command {@code calls}: overhead per kind of call, in ns and bytes. */
final class CallsCommand {
  private CallsCommand() {}

  /**
   * Runs the benchmark.
   *
   * @param names the calls to measure; empty for all
   */
  @SuppressWarnings("SystemOut") // Results go to stdout.
  static void run(Path agent, List<String> names) throws Exception {
    Map<String, double[]> without = measure(names);
    Path reports = Files.createTempDirectory("rowcall-bench");
    Map<String, double[]> with = measure(names, "-javaagent:" + agent + "=report.dir=" + reports);
    System.out.println("call            without ns   with ns  added ns  added bytes");
    with.forEach(
        (call, figure) -> {
          double[] plain = without.getOrDefault(call, new double[] {Double.NaN, Double.NaN});
          System.out.printf(
              Locale.ROOT,
              "%-14s  %10.1f  %8.1f  %8.1f  %11.1f%n",
              call,
              plain[0] / CallBenchmark.CALLS,
              figure[0] / CallBenchmark.CALLS,
              (figure[0] - plain[0]) / CallBenchmark.CALLS,
              (figure[1] - plain[1]) / CallBenchmark.CALLS);
        });
    System.out.println(
        "per call, in a request of " + CallBenchmark.CALLS + ", whose own overhead is included");
  }

  private static Map<String, double[]> measure(List<String> names, String... jvmArguments)
      throws Exception {
    var options = Main.options("CallBenchmark");
    if (!names.isEmpty()) {
      options.param("call", names.toArray(new String[0]));
    }
    options.jvmArgsAppend(jvmArguments).addProfiler(GCProfiler.class);
    var figures = new TreeMap<String, double[]>();
    for (RunResult result : new Runner(options.build()).run()) {
      figures.put(
          result.getParams().getParam("call"),
          new double[] {result.getPrimaryResult().getScore(), Main.bytes(result)});
    }
    return figures;
  }
}
