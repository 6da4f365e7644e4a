package io.rowcall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
    double plainOne = nanos(1);
    double plainAll = nanos(THREADS);
    double one = nanos(1, attached);
    double all = nanos(THREADS, attached);
    System.out.printf(
        Locale.ROOT,
        "request of 20 executions, ns on 1 thread and on %d: without %.0f and %.0f (x %.2f), with"
            + " %.0f and %.0f (x %.2f); the agent scales %.2f times as well%n",
        THREADS,
        plainOne,
        plainAll,
        plainAll / plainOne,
        one,
        all,
        all / one,
        plainAll / plainOne / (all / one));
  }

  private static double nanos(int threads, String... jvmArguments) throws Exception {
    var options = Main.options("RequestBenchmark");
    options.param("executions", "20").threads(threads).jvmArgsAppend(jvmArguments);
    return new Runner(options.build()).run().iterator().next().getPrimaryResult().getScore();
  }
}
