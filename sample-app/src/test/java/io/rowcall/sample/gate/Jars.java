package io.rowcall.sample.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jars of this build, and how to run them. */
final class Jars {
  static final Path AGENT = Path.of("../agent/agent/target/rowcall-agent.jar").toAbsolutePath();
  static final Path ROWCALL = Path.of("../reports/cli/target/rowcall.jar").toAbsolutePath();
  static final Path APP = Path.of("target/rowcall-sample-app.jar").toAbsolutePath();

  private Jars() {}

  static void requireBuilt() {
    for (Path jar : List.of(AGENT, ROWCALL, APP)) {
      assertTrue(Files.isRegularFile(jar), "build the whole project first: " + jar);
    }
  }

  /** Exit code and output of a command. */
  record Run(int exitCode, String output) {}

  static Run rowcall(Path folder, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-jar", ROWCALL.toString()));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }

  static Run run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "run", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> "still running: " + command);
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
