package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.ServiceCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar rowcall-agent.jar --check}: prints what the agent would do on this JVM. */
final class CheckIT {
  @TempDir private Path folder;

  @Test
  void printsJavaVersionWovenTypesAndConfiguration() throws Exception {
    String text = check("-Drowcall.slow-query=123ms");
    assertTrue(text.contains(System.getProperty("java.version")), text);
    List<String> expected =
        List.of(
            "java.sql.Statement",
            "java.sql.Connection",
            "javax.servlet",
            "jakarta.servlet",
            "com.sun.net.httpserver",
            "report.dir",
            "report.interval",
            "log.requests",
            "log.slow-queries",
            "slow-request");
    for (String part : expected) {
      assertTrue(text.contains(part), () -> "no " + part + " in " + text);
    }
    assertTrue(text.lines().anyMatch(line -> line.matches(".*slow-query.*123 ?ms.*")), text);
  }

  @Test
  void writesNoFile() throws Exception {
    check("-Drowcall.debug=false");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of("out"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  private String check(String property) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Jdks.current().resolve("bin/java").toString());
    command.add(property);
    command.addAll(List.of("-jar", ServiceCommand.AGENT_JAR.toString(), "--check"));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running");
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(out);
    assertEquals(0, process.exitValue(), text);
    return text;
  }
}
