package io.rowcall.bench.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CPU time of a Java program from start to exit, all threads included, in ms. Taken from {@code
 * bash}, which reads it from the kernel to the ms; without bash, sampled until the exit, with a
 * resolution of 10 ms.
 */
final class ProcessCpu {
  private static final Pattern TIMES = Pattern.compile("CPU (\\d+\\.\\d+) (\\d+\\.\\d+)\\s*$");
  private static final String TIMED = "TIMEFORMAT='CPU %3U %3S'; time \"$0\" \"$@\"";

  private ProcessCpu() {}

  /**
   * Runs a program in a directory.
   *
   * @param arguments arguments of {@code java}
   * @throws IOException with its output, if it fails
   */
  static double millis(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    var timed = new ArrayList<>(List.of("bash", "-c", TIMED));
    timed.addAll(command);
    Process bash;
    try {
      bash = start(folder, timed);
    } catch (IOException noBash) {
      return sampled(start(folder, command));
    }
    String output = output(bash);
    Matcher times = TIMES.matcher(output);
    if (bash.waitFor() != 0 || !times.find()) {
      throw new IOException("a program that does nothing failed: " + output.strip());
    }
    return 1_000 * (Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2)));
  }

  private static double sampled(Process process) throws InterruptedException {
    double millis = 0;
    while (process.isAlive()) {
      millis =
          Math.max(
              millis, process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6);
      Thread.sleep(1);
    }
    return millis;
  }

  private static Process start(Path folder, List<String> command) throws IOException {
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
