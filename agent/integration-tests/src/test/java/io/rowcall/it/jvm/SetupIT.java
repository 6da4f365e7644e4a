package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setups that do not work: each is explained, on stderr, in the report and by {@code --check}. */
final class SetupIT {
  private static final String EXPLANATION =
      "37 executions, 0 requests: they ran on threads of the application's own, in";

  @TempDir private Path folder;

  @Test
  @Shows(Promise.EXPLAINED)
  void explainsExecutionsWithoutRequestsWhileTheJvmRunsAndWhenItEnds() throws Exception {
    try (ServiceProcess service = start("37")) {
      String checked = check(service.pid(), 1);
      assertTrue(checked.contains("counting: 0 requests"), checked);
      assertTrue(checked.contains("Problem    " + EXPLANATION), checked);
      assertTrue(checked.contains("#poll\n"), checked);
      assertTrue(checked.contains("live.token = ***"), checked);
      assertEquals(checked, check(service.pid(), 1), "asking twice");
      service.terminate();
      List<String> lines = service.agentLines();
      assertEquals(1, lines.size(), lines::toString);
      assertTrue(lines.get(0).startsWith("WARN rowcall - " + EXPLANATION), lines::toString);
    }
    String reported = Report.in(folder).json().at("/run/setupProblem").asText();
    assertTrue(reported.startsWith(EXPLANATION), reported);
  }

  @Test
  @Shows(Promise.EXPLAINED)
  void saysThatNothingWasSeen() throws Exception {
    try (ServiceProcess service = start("0")) {
      service.terminate();
      List<String> lines = service.agentLines();
      assertEquals(1, lines.size(), lines::toString);
      assertTrue(lines.get(0).contains("0 executions, 0 requests: no statement"), lines::toString);
    }
  }

  @Test
  @Shows(Promise.EXPLAINED)
  void findsTheAgentBehindTheProgram() throws Exception {
    try (ServiceProcess service =
        command()
            .withoutAgent()
            .program("-cp", classPath(), name(), "1", "-javaagent:" + ServiceCommand.AGENT_JAR)
            .start()) {
      String checked = check(service.pid(), 1);
      assertTrue(checked.contains("Rowcall is not attached to this JVM"), checked);
      assertTrue(checked.contains("stands behind the program"), checked);
    }
  }

  @Test
  @Shows(Promise.EXPLAINED)
  void explainsAJvmThatNobodyCanAttachTo() throws Exception {
    try (ServiceProcess service =
        command()
            .withoutAgent()
            .jvmArg("-XX:+DisableAttachMechanism")
            .program("-cp", classPath(), name(), "1")
            .start()) {
      String checked = check(service.pid(), 1);
      assertTrue(checked.contains("-XX:+DisableAttachMechanism"), checked);
    }
  }

  private ServiceProcess start(String polls) throws IOException {
    return command().program("-cp", classPath(), name(), polls).start();
  }

  private ServiceCommand command() {
    return ServiceCommand.of("jdk", folder).with("live.token", "canary");
  }

  private static String name() {
    return PollingProgram.class.getName();
  }

  private static String classPath() {
    String classes =
        PollingProgram.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return classes + File.pathSeparator + ServiceCommand.SERVICES.resolve("jdk/target/lib") + "/*";
  }

  private static String check(long pid, int exitCode) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Jdks.current().resolve("bin/java").toString(),
                "-jar",
                ServiceCommand.AGENT_JAR.toString(),
                "--check",
                Long.toString(pid))
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(exitCode, process.waitFor(), text);
    return text;
  }
}
