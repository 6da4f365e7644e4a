package io.rowcall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;

/**
 * The command {@code contended}: 16 threads that all serve one endpoint and execute one statement
 * 20 times a request, beside one thread. Without the agent they share nothing, so what they lose
 * with it beyond that is what the agent makes them share.
 */
final class Contended {
  private static final int THREADS = 16;

  private Contended() {}

  @SuppressWarnings("SystemOut") // A program's results belong on stdout.
  static void run(Path agent) throws Exception {
    String reports = "=report.dir=" + Files.createTempDirectory("rowcall-bench");
    String attached = "-javaagent:" + agent + reports;
    double plainOne = perSecond(1);
    double plainAll = perSecond(THREADS);
    double one = perSecond(1, attached);
    double all = perSecond(THREADS, attached);
    System.out.printf(
        Locale.ROOT,
        "requests of 20 executions, thousands a second on 1 thread and on %d: without %.0f and"
            + " %.0f (x %.2f), with %.0f and %.0f (x %.2f)%n",
        THREADS,
        plainOne / 1e3,
        plainAll / 1e3,
        plainAll / plainOne,
        one / 1e3,
        all / 1e3,
        all / one);
  }

  /** All threads together: in a mean over threads, one that starves would count like any other. */
  private static double perSecond(int threads, String... jvmArguments) throws Exception {
    var options = Main.options("RequestBenchmark");
    options
        .param("executions", "20")
        .threads(threads)
        .mode(Mode.Throughput)
        .timeUnit(TimeUnit.SECONDS)
        .jvmArgsAppend(jvmArguments);
    return new Runner(options.build()).run().iterator().next().getPrimaryResult().getScore();
  }
}
