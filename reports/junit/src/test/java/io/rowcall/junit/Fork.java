package io.rowcall.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs test classes in a JVM of their own, with a choice of JUnit and JVM options. */
final class Fork {
  private static final Path LIB = Path.of(System.getProperty("rowcall.junit.lib", ""));

  private final Path folder;
  private final String junit;
  private final List<String> options = new ArrayList<>();
  private Path java = Path.of(System.getProperty("java.home"));

  /**
   * With a JUnit version.
   *
   * @param junit one of the versions in lib: oldest or ours
   */
  Fork(Path folder, String junit) {
    this.folder = folder;
    this.junit = junit;
    options.add("-Xshare:auto");
  }

  static Path agentJar() {
    try (Stream<Path> all = Files.list(LIB.resolve("all"))) {
      return all.filter(jar -> jar.getFileName().toString().startsWith("rowcall-agent"))
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Uses another JDK. */
  Fork java(Path home) {
    java = home;
    return this;
  }

  Fork jvm(String option) {
    options.add(option);
    return this;
  }

  /** Runs classes of {@code io.acme.shop}; waits for the end. */
  Outcome run(String... classes) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin/java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            System.getProperty("rowcall.junit.tests"),
            System.getProperty("rowcall.junit.jar"),
            LIB.resolve("all") + File.separator + "*",
            LIB.resolve("junit-" + junit + ".jar").toString()));
    command.add(TestRun.class.getName());
    for (String name : classes) {
      command.add(
          name.startsWith("+") ? "+io.acme.shop." + name.substring(1) : "io.acme.shop." + name);
    }
    Path output = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(5, TimeUnit.MINUTES), "tests did not finish in time");
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), text);
    return Outcome.of(text);
  }

  /** Results by test. */
  record Outcome(Map<String, String> tests, String text) {
    static Outcome of(String text) {
      Map<String, String> tests = new LinkedHashMap<>();
      text.lines()
          .filter(line -> line.startsWith(TestRun.MARK))
          .map(line -> line.substring(TestRun.MARK.length()).split(" ", -1))
          .forEach(
              parts ->
                  tests.put(
                      parts[1],
                      parts[0]
                          + " "
                          + new String(
                              Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8)));
      StringBuilder readable = new StringBuilder();
      text.lines()
          .filter(line -> !line.startsWith(TestRun.MARK))
          .forEach(line -> readable.append(line).append('\n'));
      tests.forEach(
          (name, result) -> readable.append(name).append(": ").append(result).append('\n'));
      return new Outcome(tests, readable.toString());
    }

    void passed(String... names) {
      for (String name : names) {
        assertEquals("SUCCESSFUL ", tests.get(name), () -> name + " in " + text);
      }
    }

    /** The failure message of a test. */
    String failed(String name) {
      String found = tests.get(name);
      assertNotNull(found, () -> name + " in " + text);
      assertTrue(found.startsWith("FAILED "), () -> name + ": " + found);
      return found.substring("FAILED ".length());
    }
  }
}
