package io.rowcall.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs in which the agent cannot simply be attached. */
final class AttachingIT {
  private static final String EXCEEDS = "AnnotatedCases.exceedsClassBudget";

  @TempDir private Path folder;

  @Test
  void explainsThatNoAgentCanBeAttached() throws Exception {
    var outcome =
        new Fork(folder, "ours")
            .jvm("-XX:+DisableAttachMechanism")
            .run("CounterCases", "AnnotatedCases");
    String message = outcome.failed("CounterCases.recordsABlock");
    assertTrue(message.contains("Cannot attach an agent to this JVM"), message);
    assertTrue(message.contains("Start it with -javaagent:"), message);
    assertEquals(message, outcome.failed("AnnotatedCases"));
  }

  @Test
  void explainsThatTheConfiguredJarIsMissing() throws Exception {
    var outcome =
        new Fork(folder, "ours").jvm("-Drowcall.junit.agent=none.jar").run("CounterCases");
    String message = outcome.failed("CounterCases.recordsABlock");
    assertTrue(message.contains("-Drowcall.junit.agent=none.jar: no such file"), message);
  }

  @Test
  void ignoresTestsWhenDisabled() throws Exception {
    var outcome = new Fork(folder, "ours").jvm("-Drowcall.enabled=false").run("AnnotatedCases");
    outcome.passed(EXCEEDS, "AnnotatedCases.nPlusOne");
  }

  @Test
  void reportsEveryTestIfAutoDetectionIsEnabled() throws Exception {
    var outcome =
        new Fork(folder, "ours")
            .jvm("-Djunit.jupiter.extensions.autodetection.enabled=true")
            .jvm("-Drowcall.report.dir=reports")
            .run("AnnotatedCases", "PlainCases");
    outcome.passed("PlainCases.oneQuery");
    assertTrue(outcome.failed(EXCEEDS).contains("4 queries, 3 allowed"));
    String report = report();
    assertTrue(report.contains("\"TEST io.acme.shop.PlainCases.oneQuery\""), report);
    assertTrue(report.contains("\"TEST io.acme.shop.AnnotatedCases.nPlusOne\""), report);
  }

  private String report() throws IOException {
    try (var files = Files.list(folder.resolve("reports"))) {
      var all = files.toList();
      assertEquals(1, all.size(), all::toString);
      return Files.readString(all.get(0), StandardCharsets.UTF_8);
    }
  }
}
