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

/** The packaged jar in a JVM of its own. */
final class Jar {
  private final Path folder;

  /**
   * @param folder where it works, and where what it prints is kept
   */
  Jar(Path folder) {
    this.folder = folder;
  }

  Run rowcall(List<String> jvm, Object... arguments) throws IOException, InterruptedException {
    return rowcall(InputStream.nullInputStream(), Map.of(), jvm, arguments);
  }

  /** Feeds stdin for as long as it is read. */
  Run rowcall(InputStream stdin, Map<String, String> env, List<String> jvm, Object... arguments)
      throws IOException, InterruptedException {
    String jar = System.getProperty("rowcall.jar", "");
    assertTrue(Files.isRegularFile(Path.of(jar)), jar);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
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
    } catch (IOException enough) {
      assertTrue(String.valueOf(enough.getMessage()).contains("pipe"), enough::toString);
    }
    int exitCode = process.waitFor();
    return new Run(exitCode, Files.readString(out), Files.readString(err));
  }
}
