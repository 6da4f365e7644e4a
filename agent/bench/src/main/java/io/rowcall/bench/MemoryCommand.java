package io.rowcall.bench;

import io.rowcall.bench.peers.ForkedJvm;
import io.rowcall.bench.peers.SettledServletService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The command {@code memory}: retained heap of a small service with 10 endpoints, with and without
 * the agent, interleaved. {@code MemoryTest} measures it with every bound reached.
 */
final class MemoryCommand {
  private static final int ROUNDS = 3;

  private MemoryCommand() {}

  @SuppressWarnings("SystemOut") // Results go to stdout.
  static void run(Path agent) throws IOException {
    Path folder = Files.createTempDirectory("rowcall-memory");
    var without = new ArrayList<double[]>();
    var with = new ArrayList<double[]>();
    for (int round = 0; round < ROUNDS; round++) {
      without.add(settled(folder, List.of()));
      with.add(settled(folder, List.of("-javaagent:" + agent)));
    }
    System.out.printf(
        Locale.ROOT,
        "a small service, MB: heap after GC %.2f without, %.2f with the agent (%+.2f); metaspace"
            + " %.2f and %.2f (%+.2f)%n",
        median(without, 0),
        median(with, 0),
        median(with, 0) - median(without, 0),
        median(without, 1),
        median(with, 1),
        median(with, 1) - median(without, 1));
  }

  private static double[] settled(Path folder, List<String> agent) throws IOException {
    var arguments = new ArrayList<>(agent);
    arguments.addAll(List.of("-Xms128m", "-Xmx128m", "-XX:+UseSerialGC"));
    try (ForkedJvm service =
        ForkedJvm.java(
            Path.of(System.getProperty("java.home")),
            folder,
            arguments,
            "-cp",
            Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString(),
            SettledServletService.class.getName(),
            "5000",
            "10")) {
      String[] result = service.line("RESULT ").split(" ");
      return new double[] {Double.parseDouble(result[1]), Double.parseDouble(result[2])};
    }
  }

  private static double median(List<double[]> samples, int figure) {
    var sorted = new ArrayList<Double>();
    samples.forEach(sample -> sorted.add(sample[figure]));
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
