package io.rowcall.junit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that run at the same time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParallelIT {
  private Fork.Outcome outcome = new Fork.Outcome(Map.of(), "");

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    outcome =
        new Fork(folder, "ours")
            .jvm("-Djunit.jupiter.execution.parallel.enabled=true")
            .jvm("-Djunit.jupiter.execution.parallel.mode.default=concurrent")
            .jvm("-Djunit.jupiter.execution.parallel.mode.classes.default=same_thread")
            .jvm("-Djunit.jupiter.execution.parallel.config.strategy=fixed")
            .jvm("-Djunit.jupiter.execution.parallel.config.fixed.parallelism=4")
            .run("+QuietShop", "ParallelCases", "ParallelServerCases", "IsolatedServerCases");
  }

  @Test
  void countsForEachWhatItAsks() {
    outcome.passed("ParallelCases.asksThreeTimes", "ParallelCases.asksTwice");
  }

  @Test
  void countsForNoneWhatAServerServesMeanwhileAndSaysSo() {
    for (String test : new String[] {"asksAServer", "asksNobody"}) {
      String message = outcome.failed("ParallelServerCases." + test);
      assertTrue(
          message.contains(
              "1 request was served in this JVM while other tests were running as well, and nobody"
                  + " can tell whose. Run tests that ask a server by themselves: @Isolated"),
          message);
    }
  }

  @Test
  void countsWhatAServerServesForATestThatRunsByItself() {
    outcome.passed("IsolatedServerCases.asksAServer");
  }
}
