package io.rowcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in a JVM of its own. */
final class PackagedJarIT {
  @TempDir private Path folder;

  @Test
  void gatesWithTheExitCodeOfTheVerdict() throws Exception {
    Reports.write(Reports.withLoop(20), folder.resolve("rowcall-a.json"));
    assertEquals(1, rowcall("gate", folder.toString()));
    Reports.write(Reports.healthy(), folder.resolve("rowcall-a.json"));
    assertEquals(0, rowcall("gate", folder.toString()));
  }

  private int rowcall(String... arguments) throws IOException, InterruptedException {
    String jar = System.getProperty("rowcall.jar", "");
    assertTrue(Path.of(jar).toFile().isFile(), jar);
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(jar);
    command.addAll(java.util.List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    assertTrue(printed.contains("held to the defaults"), printed);
    return exitCode;
  }
}
