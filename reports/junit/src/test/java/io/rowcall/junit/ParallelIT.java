package io.rowcall.junit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that run in parallel. */
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
  void separatesParallelTests() {
    outcome.passed("ParallelCases.threeQueries", "ParallelCases.twoQueries");
  }

  @Test
  void failsParallelTestsWithAmbiguousRequests() {
    for (String test : new String[] {"callsAServer", "callsNoServer"}) {
      String message = outcome.failed("ParallelServerCases." + test);
      assertTrue(
          message.contains(
              "1 request was handled in this JVM while several tests were running, and cannot be"
                  + " attributed to one of them. Run tests that call a server alone: @Isolated"),
          message);
    }
  }

  @Test
  void attributesServerRequestsToAnIsolatedTest() {
    outcome.passed("IsolatedServerCases.callsAServer");
  }
}
