package io.rowcall.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the packaged jar in a JVM of its own. */
final class Jar {
  private final Path folder;

  /**
   * Creates a runner with a working folder.
   *
   * @param folder working folder, which also receives the captured output
   */
  Jar(Path folder) {
    this.folder = folder;
  }

  Run rowcall(List<String> jvmOptions, Object... arguments)
      throws IOException, InterruptedException {
    return rowcall(InputStream.nullInputStream(), Map.of(), jvmOptions, arguments);
  }

  /** Feeds stdin as long as the process reads it. */
  Run rowcall(
      InputStream stdin, Map<String, String> env, List<String> jvmOptions, Object... arguments)
      throws IOException, InterruptedException {
    String jar = System.getProperty("rowcall.jar", "");
    assertTrue(Files.isRegularFile(Path.of(jar)), jar);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-jar");
    command.add(jar);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path out = Files.createTempFile(folder, "stdout", ".txt");
    Path err = Files.createTempFile(folder, "stderr", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(env);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      stdin.transferTo(in);
    } catch (IOException closed) {
      assertTrue(String.valueOf(closed.getMessage()).contains("pipe"), closed::toString);
    }
    int exitCode = process.waitFor();
    return new Run(exitCode, Files.readString(out), Files.readString(err));
  }
}
