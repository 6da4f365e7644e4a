package io.rowcall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;

/**
 * The command {@code contended}: throughput of 16 threads on one endpoint, with 20 executions of
 * one statement per request, compared with one thread. Without the agent they share nothing, so any
 * additional loss is contention in the agent.
 */
final class ContentionCommand {
  private static final int THREADS = 16;

  private ContentionCommand() {}

  @SuppressWarnings("SystemOut") // Results go to stdout.
  static void run(Path agent) throws Exception {
    String reports = "=report.dir=" + Files.createTempDirectory("rowcall-bench");
    String attached = "-javaagent:" + agent + reports;
    double plainOne = perSecond(1);
    double plainAll = perSecond(THREADS);
    double single = perSecond(1, attached);
    double all = perSecond(THREADS, attached);
    System.out.printf(
        Locale.ROOT,
        "requests of 20 executions, thousands a second on 1 thread and on %d: without %.0f and"
            + " %.0f (x %.2f), with %.0f and %.0f (x %.2f)%n",
        THREADS,
        plainOne / 1e3,
        plainAll / 1e3,
        plainAll / plainOne,
        single / 1e3,
        all / 1e3,
        all / single);
  }

  /** Total throughput: a mean over threads would hide a starving one. */
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
