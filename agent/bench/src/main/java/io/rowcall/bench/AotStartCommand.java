package io.rowcall.bench;

import io.rowcall.bench.peers.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The command {@code aot [java-home] [rounds]}: startup of the Spring Boot service from an AOT
 * cache of JDK 25 or later, with and without the agent, interleaved, and the number of classes from
 * the cache.
 */
final class AotStartCommand {
  private static final String MODULE = "--add-modules=java.instrument";
  private static final Path SERVICE =
      Path.of("agent/integration-tests/services/spring-jpa/target/spring-jpa.jar");

  private final Path home;
  private final Path folder;
  private final Path agent;

  private AotStartCommand(Path home, Path folder, Path agent) {
    this.home = home;
    this.folder = folder;
    this.agent = agent;
  }

  @SuppressWarnings("SystemOut") // Results go to stdout.
  static void run(Path agent, List<String> arguments) throws IOException, InterruptedException {
    Path home = Path.of(arguments.isEmpty() ? System.getProperty("java.home") : arguments.get(0));
    int rounds = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 5;
    if (!Files.exists(SERVICE)) {
      throw new IOException(
          "no " + SERVICE + ": build it, and run this in the project's directory");
    }
    var starts = new AotStartCommand(home, Files.createTempDirectory("rowcall-aot"), agent);
    starts.train();
    var without = new ArrayList<Double>();
    var with = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      without.add(starts.start(MODULE));
      with.add(starts.start("-javaagent:" + agent));
      System.err.printf(Locale.ROOT, "round %d of %d%n", round + 1, rounds);
    }
    System.out.printf(
        Locale.ROOT,
        "start from an AOT cache, CPU s: %.2f without, %.2f with the agent (x %.2f); %s%n",
        median(without),
        median(with),
        median(with) / median(without),
        starts.classes());
  }

  /** A run and what it leaves; the agent's module must be there, or a JVM with one refuses it. */
  private void train() throws IOException, InterruptedException {
    String configuration = "-XX:AOTConfiguration=service.conf";
    try (ForkedJvm training = java(MODULE, "-XX:AOTMode=record", configuration)) {
      training.line("READY");
      training.terminate();
    }
    try (ForkedJvm create =
        java(MODULE, "-XX:AOTMode=create", configuration, "-XX:AOTCache=service.aot")) {
      create.end();
    }
    if (!Files.exists(folder.resolve("service.aot"))) {
      throw new IOException("expected an AOT cache of " + home + ", found none: is it JDK 25?");
    }
  }

  private double start(String argument) throws IOException {
    try (ForkedJvm start = java("-XX:AOTCache=service.aot", argument)) {
      start.line("READY");
      return start.cpuMillis() / 1e3;
    }
  }

  private String classes() throws IOException {
    try (ForkedJvm start =
        java(
            "-XX:AOTCache=service.aot",
            "-javaagent:" + agent,
            "-Xlog:class+load:file=classes.log")) {
      start.line("READY");
    }
    List<String> loaded = Files.readAllLines(folder.resolve("classes.log"));
    long cached =
        loaded.stream().filter(line -> line.contains("source: shared objects file")).count();
    return cached + " of " + loaded.size() + " classes came from the cache";
  }

  private ForkedJvm java(String... arguments) throws IOException {
    return ForkedJvm.java(
        home, folder, List.of(arguments), "-jar", SERVICE.toAbsolutePath().toString());
  }

  private static double median(List<Double> samples) {
    Collections.sort(samples);
    return samples.get(samples.size() / 2);
  }
}
