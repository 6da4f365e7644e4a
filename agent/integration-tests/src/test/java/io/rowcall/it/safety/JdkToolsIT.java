package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools of the JDK, which load the agent if {@code JAVA_TOOL_OPTIONS} has it. */
@Shows(Promise.IDLE_JVM)
final class JdkToolsIT {
  @TempDir private Path folder;

  @Test
  void loadTheEntryPointOnly() throws Exception {
    run("-Xlog:class+load:file=" + folder.resolve("classes.log") + ":none");
    var loaded = new TreeSet<String>();
    for (String line : Files.readAllLines(folder.resolve("classes.log"))) {
      String name = line.trim().split(" ", 2)[0];
      if (Stream.of("io.rowcall.", "net.bytebuddy.", "java.lang.Rowcall")
          .anyMatch(name::startsWith)) {
        loaded.add(name);
      }
    }
    assertEquals(
        List.of("io.rowcall.agent.JdkTool", "io.rowcall.agent.Premain"), List.copyOf(loaded));
  }

  @Test
  void printWhatTheyPrintWithoutIt() throws Exception {
    String agent = "-javaagent:" + ServiceCommand.AGENT_JAR;
    assertEquals("Picked up JAVA_TOOL_OPTIONS: " + agent + "\n" + run(""), run(agent));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  private String run(String options) throws IOException, InterruptedException {
    ProcessBuilder keytool =
        new ProcessBuilder(Jdks.current().resolve("bin/keytool").toString(), "-list", "-help")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    keytool.environment().remove("JAVA_TOOL_OPTIONS");
    if (!options.isEmpty()) {
      String agent = "-javaagent:" + ServiceCommand.AGENT_JAR;
      keytool
          .environment()
          .put("JAVA_TOOL_OPTIONS", options.equals(agent) ? agent : agent + " " + options);
    }
    Process process = keytool.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
