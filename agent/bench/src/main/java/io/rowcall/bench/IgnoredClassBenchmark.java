package io.rowcall.bench;

import io.rowcall.core.weave.Transformer;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time in which the transformer rejects a class that it does not weave, over 10,000 class files of
 * a Spring Boot service.
 *
 * <p>{@code java -cp agent/bench/target/rowcall-bench.jar org.openjdk.jmh.Main
 * IgnoredClassBenchmark}, in the project's directory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class IgnoredClassBenchmark {
  private static final int CLASSES = 10_000;
  private static final Path LIBRARIES =
      Path.of("agent/integration-tests/services/spring-jpa/target/lib");

  private final Transformer transformer =
      new Transformer(
          Instrumentations.all(), Instrumentations.taskRuns(), Instrumentations.libraries());
  private final List<String> names = new ArrayList<>();
  private final List<byte[]> files = new ArrayList<>();
  private @Nullable ClassLoader loader;

  @Setup
  public void read() throws IOException {
    var urls = new ArrayList<URL>();
    List<Path> jars;
    try (Stream<Path> all = Files.list(LIBRARIES)) {
      jars = all.sorted().toList();
    }
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    loader = new URLClassLoader(urls.toArray(new URL[0]));
    for (Path jar : jars) {
      read(jar);
    }
    if (names.size() < CLASSES) {
      throw new IllegalStateException(
          LIBRARIES + ": expected " + CLASSES + " classes, found " + names.size());
    }
  }

  private void read(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        String file = entry.getName();
        if (names.size() == CLASSES || !file.endsWith(".class") || file.startsWith("META-INF/")) {
          continue;
        }
        String name = file.substring(0, file.length() - ".class".length());
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        if (transformer.transform(loader, name, null, null, bytes) == null) {
          names.add(name);
          files.add(bytes);
        }
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(CLASSES)
  public int pass() {
    int woven = 0;
    for (int i = 0; i < CLASSES; i++) {
      woven +=
          transformer.transform(loader, names.get(i), null, null, files.get(i)) == null ? 0 : 1;
    }
    return woven;
  }
}
