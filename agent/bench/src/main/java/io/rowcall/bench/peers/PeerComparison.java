package io.rowcall.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures all {@link Peer}s, interleaved, so that other load on the machine affects all alike.
 * Keeps every sample.
 */
final class PeerComparison {

  /** Measured quantities. */
  enum Figure {
    REQUEST_CPU_NANOS,
    REQUEST_BYTES,
    START_CPU_MILLIS,
    START_WALL_MILLIS,
    IDLE_CPU_MILLIS
  }

  private final Path root;
  private final Path work;
  private final Map<Peer, @Nullable Path> jars = new LinkedHashMap<>();
  private final Map<Peer, String> failures = new LinkedHashMap<>();
  private final Map<Peer, Map<Figure, List<Double>>> samples = new LinkedHashMap<>();

  /**
   * @param root the project's directory, after a build
   */
  PeerComparison(Path root) throws IOException {
    this.root = root;
    this.work = Files.createTempDirectory("rowcall-peers");
  }

  void download() throws InterruptedException {
    var downloads = new Downloads(root.resolve("agent/bench/target/peers"));
    for (Peer peer : Peer.all()) {
      samples.put(peer, new EnumMap<>(Figure.class));
      try {
        jars.put(
            peer,
            peer.name().equals(Peer.ROWCALL)
                ? root.resolve("agent/agent/target/rowcall-agent.jar")
                : peer.coordinates() == null ? null : downloads.jar(peer.coordinates()));
      } catch (IOException unavailable) {
        failures.put(peer, String.valueOf(unavailable.getMessage()));
      }
    }
  }

  void run(int rounds) {
    long startNanos = System.nanoTime();
    for (int round = 1; round <= rounds; round++) {
      for (Peer peer : Peer.all()) {
        if (!failures.containsKey(peer)) {
          progress(round, rounds, peer, startNanos);
          try {
            measure(peer);
          } catch (IOException failed) {
            failures.put(peer, String.valueOf(failed.getMessage()));
          }
        }
      }
    }
  }

  @SuppressWarnings("SystemOut") // Progress goes to stderr.
  private static void progress(int round, int rounds, Peer peer, long startNanos) {
    System.err.printf(
        Locale.ROOT,
        "round %d of %d, %s (%.0f s so far)%n",
        round,
        rounds,
        peer.name(),
        (System.nanoTime() - startNanos) / 1e9);
  }

  private void measure(Peer peer) throws IOException {
    List<String> arguments = peer.jvmArguments(jars.get(peer));
    String classes = System.getProperty("java.class.path");
    var serving = new ArrayList<>(arguments);
    serving.addAll(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"));
    try (ForkedJvm request =
        ForkedJvm.java(
            work,
            serving,
            "-cp",
            absolute(classes),
            ServletService.class.getName(),
            peer.isWrapper() ? peer.wrapper() : "-",
            "20000",
            "4000",
            "9")) {
      String[] result = request.line("RESULT ").split(" ");
      add(peer, Figure.REQUEST_CPU_NANOS, Double.parseDouble(result[1]));
      add(peer, Figure.REQUEST_BYTES, Double.parseDouble(result[2]));
    }
    if (peer.isWrapper()) {
      return;
    }
    Path application =
        root.resolve("agent/integration-tests/services/spring-jpa/target/spring-jpa.jar");
    try (ForkedJvm start =
        ForkedJvm.java(work, arguments, "-jar", application.toAbsolutePath().toString())) {
      start.line("READY");
      add(peer, Figure.START_CPU_MILLIS, start.cpuMillis());
      add(peer, Figure.START_WALL_MILLIS, start.wallMillis());
    }
    try (ForkedJvm idle =
        ForkedJvm.java(work, arguments, "-cp", absolute(classes), IdleProgram.class.getName())) {
      idle.line("READY");
      add(peer, Figure.IDLE_CPU_MILLIS, idle.cpuMillis());
    }
  }

  private static String absolute(String classPath) {
    var absolute = new ArrayList<String>();
    for (String entry : classPath.split(java.io.File.pathSeparator)) {
      absolute.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(java.io.File.pathSeparator, absolute);
  }

  private void add(Peer peer, Figure figure, double sample) {
    samples
        .computeIfAbsent(peer, any -> new EnumMap<>(Figure.class))
        .computeIfAbsent(figure, any -> new ArrayList<>())
        .add(sample);
  }

  Map<Peer, Map<Figure, List<Double>>> samples() {
    return samples;
  }

  Map<Peer, String> failures() {
    return failures;
  }
}
