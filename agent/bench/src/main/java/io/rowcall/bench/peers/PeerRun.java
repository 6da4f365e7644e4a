package io.rowcall.bench.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One round of one peer: starts JVMs with it, and keeps their figures. */
final class PeerRun {
  private final Peer peer;
  private final @Nullable Path jar;
  private final int round;
  private final Samples samples;

  PeerRun(Peer peer, @Nullable Path jar, int round, Samples samples) {
    this.peer = peer;
    this.jar = jar;
    this.round = round;
    this.samples = samples;
  }

  Attachment attach() throws IOException {
    return Attachment.of(peer, jar);
  }

  /** Runs a trial in a JVM of its own and returns the numbers that it prints. */
  double[] trial(Class<?> main, Object... arguments) throws IOException {
    try (Attachment attachment = attach();
        ForkedJvm jvm =
            ForkedJvm.java(
                attachment.folder(),
                attachment.jvmArguments("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"),
                program(main, arguments))) {
      return Arrays.stream(jvm.line("RESULT ").split(" "))
          .skip(1)
          .mapToDouble(Double::parseDouble)
          .toArray();
    }
  }

  /** The arguments that start a class of the benchmarks. */
  static String[] program(Class<?> main, Object... arguments) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    var program = new ArrayList<>(List.of("-cp", classPath, main.getName()));
    for (Object argument : arguments) {
      program.add(argument.toString());
    }
    return program.toArray(String[]::new);
  }

  void add(Figure figure, double sample) {
    samples.add(peer, figure, round, sample);
  }
}
