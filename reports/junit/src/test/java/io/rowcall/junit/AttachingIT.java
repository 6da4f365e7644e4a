package io.rowcall.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs in which the agent is not simply attached. */
final class AttachingIT {
  private static final String BREAKS = "AnnotatedCases.breaksTheBudgetOfItsClass";

  @TempDir private Path folder;

  @Test
  void saysWhatToDoWhereNoAgentCanBeAttached() throws Exception {
    var outcome =
        new Fork(folder, "ours")
            .jvm("-XX:+DisableAttachMechanism")
            .run("CounterCases", "AnnotatedCases");
    String message = outcome.failed("CounterCases.recordsWhatItIsGiven");
    assertTrue(message.contains("This JVM lets no agent be attached"), message);
    assertTrue(message.contains("Start it with -javaagent:"), message);
    assertEquals(message, outcome.failed("AnnotatedCases"));
  }

  @Test
  void saysThatTheNamedJarIsMissing() throws Exception {
    var outcome =
        new Fork(folder, "ours").jvm("-Drowcall.junit.agent=none.jar").run("CounterCases");
    String message = outcome.failed("CounterCases.recordsWhatItIsGiven");
    assertTrue(message.contains("-Drowcall.junit.agent=none.jar: there is no such file"), message);
  }

  @Test
  void leavesTestsAloneWhenItIsSwitchedOff() throws Exception {
    var outcome = new Fork(folder, "ours").jvm("-Drowcall.enabled=false").run("AnnotatedCases");
    outcome.passed(BREAKS, "AnnotatedCases.asksForEachRow");
  }

  @Test
  void makesEveryTestARequestOfTheReportWhereJUnitDetectsIt() throws Exception {
    var outcome =
        new Fork(folder, "ours")
            .jvm("-Djunit.jupiter.extensions.autodetection.enabled=true")
            .jvm("-Drowcall.report.dir=reports")
            .run("AnnotatedCases", "PlainCases");
    outcome.passed("PlainCases.asksOnce");
    assertTrue(outcome.failed(BREAKS).contains("4 queries, 3 allowed"));
    String report = report();
    assertTrue(report.contains("\"TEST io.acme.shop.PlainCases.asksOnce\""), report);
    assertTrue(report.contains("\"TEST io.acme.shop.AnnotatedCases.asksForEachRow\""), report);
  }

  private String report() throws IOException {
    try (var files = Files.list(folder.resolve("reports"))) {
      var all = files.toList();
      assertEquals(1, all.size(), all::toString);
      return Files.readString(all.get(0), StandardCharsets.UTF_8);
    }
  }
}
