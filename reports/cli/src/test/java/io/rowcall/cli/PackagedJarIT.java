package io.rowcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rowcall.gate.SampleReports;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the packaged jar. */
final class PackagedJarIT {
  private static final Path GOLDEN =
      Path.of("../format/src/test/resources/golden/rowcall-report-1.json").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void exitsWithTheResultOfTheGate() throws Exception {
    SampleReports.write(SampleReports.withLoop(20), folder.resolve("rowcall-a.json"));
    Run failed = new Jar(folder).rowcall(List.of(), "gate", folder);
    assertEquals(1, failed.exitCode(), failed::all);
    assertTrue(failed.out().contains("budget: the defaults"), failed::all);
    SampleReports.write(SampleReports.healthy(), folder.resolve("rowcall-a.json"));
    assertEquals(0, new Jar(folder).rowcall(List.of(), "gate", folder).exitCode());
  }

  @Test
  void saysThatItIsNotTheAgent() throws Exception {
    var asAgent = List.of("-javaagent:" + System.getProperty("rowcall.jar"));
    Run run = new Jar(folder).rowcall(asAgent, "show", GOLDEN);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.err().contains("Use -javaagent:rowcall-agent.jar"), run::all);
  }

  @Test
  void readsStdin() throws Exception {
    for (String command : List.of("show", "merge", "gate")) {
      try (var in = Files.newInputStream(GOLDEN)) {
        Run run = new Jar(folder).rowcall(in, Map.of(), List.of(), command, "-");
        assertEquals(command.equals("gate") ? 1 : 0, run.exitCode(), run::all);
        assertTrue(run.out().contains("14"), run::all);
      }
    }
  }

  @Test
  void writesUtf8InAnyLocale() throws Exception {
    var ascii = Map.of("LC_ALL", "C", "LANG", "C");
    Run run =
        new Jar(folder).rowcall(InputStream.nullInputStream(), ascii, List.of(), "show", GOLDEN);
    assertTrue(run.out().contains("SELECT ITEMS ×5"), run::all);
  }

  @Test
  void usesColorsOnlyOnATerminalWithoutNoColor() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script, of util-linux");
    assertTrue(onTerminal(Map.of()).contains("\u001b[1m"));
    assertFalse(onTerminal(Map.of("NO_COLOR", "1")).contains("\u001b"));
    Run piped = new Jar(folder).rowcall(List.of(), "show", GOLDEN);
    assertFalse(piped.out().contains("\u001b"), piped::all);
  }

  private static String onTerminal(Map<String, String> env) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command = java + " -jar " + System.getProperty("rowcall.jar") + " show " + GOLDEN;
    var builder = new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null");
    builder.environment().remove("NO_COLOR");
    builder.environment().putAll(env);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }
}
