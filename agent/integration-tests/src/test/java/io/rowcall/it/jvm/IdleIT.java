package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of the agent that a JVM loads while it uses neither JDBC nor HTTP. */
final class IdleIT {
  /** The entry point, its class loader, and the transformer that waits for a class to weave. */
  private static final TreeSet<String> EXPECTED =
      new TreeSet<>(
          List.of(
              "io.rowcall.agent.AgentClassLoader",
              "io.rowcall.agent.JdkTool",
              "io.rowcall.agent.Premain",
              "io.rowcall.core.start.LazyTransformer",
              "io.rowcall.core.weave.Mentions",
              "io.rowcall.core.weave.catalog.ActivationTrigger"));

  @TempDir private Path folder;

  @Test
  @Shows(Promise.IDLE_JVM)
  void loadsOnlyTheLazyTransformer() throws Exception {
    var loaded = new TreeSet<String>();
    for (String line : run("", "-Xlog:class+load:stdout:none")) {
      String name = line.trim().split(" ", 2)[0];
      if (Stream.of("io.rowcall.", "net.bytebuddy.", "java.lang.Rowcall", "com.fasterxml.")
              .anyMatch(name::startsWith)
          && !name.equals(IdleProgram.class.getName())) {
        loaded.add(name);
      }
    }
    assertEquals(EXPECTED, loaded);
    assertEquals(List.of(), Report.files(folder.resolve("rowcall-reports")));
  }

  @Test
  void reportsInvalidArguments() throws Exception {
    List<String> lines = run("=slow-qurey=1s");
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("rowcall:") && line.contains("slow-query")),
        lines::toString);
  }

  private List<String> run(String arguments, String... jvmArguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Jdks.current().resolve("bin/java").toString());
    command.add("-javaagent:" + ServiceCommand.AGENT_JAR + arguments);
    command.addAll(List.of(jvmArguments));
    String classes =
        new File(IdleProgram.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .getPath();
    command.addAll(List.of("-cp", classes, IdleProgram.class.getName()));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("done"), output);
    return output.lines().toList();
  }
}
