package io.rowcall.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Spring Boot tests, whose server and pool run in the JVM of the tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpringContract {
  private static final String S = "SpringCases.";

  private Fork.Outcome outcome = new Fork.Outcome(Map.of(), "");

  abstract Fork fork(Path folder);

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    outcome = fork(folder).run("spring.SpringCases");
  }

  @Test
  void countsMockMvcRequests() {
    String message = outcome.failed(S + "mockMvcNPlusOne");
    assertTrue(
        message.contains("N+1: SELECT ITEMS ×6 (6 distinct binds) at Orders.java:"), message);
    assertFalse(message.contains("\n      in "), message);
    outcome.passed(S + "mockMvcOneQuery");
  }

  @Test
  void countsAsyncMockMvcRequests() {
    String message = outcome.failed(S + "mockMvcAsync");
    assertTrue(message.contains("7 queries, 6 allowed"), message);
    outcome.passed(S + "mockMvcAfterAsync");
  }

  @Test
  void countsInARolledBackTransaction() {
    outcome.passed(S + "rolledBackTransaction");
  }

  @Test
  void countsServerRequests() {
    String message = outcome.failed(S + "serverNPlusOne");
    assertTrue(message.contains("7 queries of 2 statements"), message);
    assertTrue(message.contains("for the 6 rows of SELECT id FROM orders ORDER BY id\n"), message);
    outcome.passed(S + "serverAndTestTogether");
  }

  @Test
  void countsAsyncServerRequests() {
    String message = outcome.failed(S + "serverAsync");
    assertTrue(message.contains("7 queries, 6 allowed"), message);
    outcome.passed(S + "serverAfterAsync");
  }

  @Test
  void runsAllCases() {
    assertEquals(9, outcome.tests().size(), outcome.text());
    assertFalse(outcome.text().contains("rowcall:"), outcome.text());
  }
}
