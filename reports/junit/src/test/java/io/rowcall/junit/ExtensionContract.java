package io.rowcall.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Behavior of the extension with every JUnit version and every way to attach the agent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExtensionContract {
  private static final String A = "AnnotatedCases.";

  private Fork.Outcome outcome = new Fork.Outcome(Map.of(), "");
  private Path workingFolder = Path.of("");

  abstract Fork fork(Path folder) throws IOException;

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    workingFolder = folder;
    outcome =
        fork(folder)
            .run("+QuietShop", "LateCases", "AnnotatedCases", "ManyInOneCases", "CounterCases");
  }

  @Test
  void passesATestWithinItsBudget() {
    outcome.passed(A + "withinClassBudget", A + "withinOwnBudget");
  }

  @Test
  void listsStatementsAndCallSitesOfAnExceededBudget() {
    String message = outcome.failed(A + "exceedsClassBudget");
    List<String> lines = message.lines().toList();
    assertEquals(
        "AssertionFailedError: 4 queries, 3 allowed by @QueryBudget(max = 3)", lines.get(0));
    assertEquals("4 queries of 2 statements:", lines.get(1));
    assertEquals("  ×3  SELECT id FROM items WHERE order_id = ?", lines.get(2));
    assertTrue(lines.get(3).startsWith("      at io.acme.shop.Shop.items(Shop.java:"), message);
    assertTrue(
        lines.get(4).startsWith("          from io.acme.shop.AnnotatedCases.exceedsClassBudget"),
        message);
    assertTrue(message.contains("\n  ×1  SELECT id FROM orders ORDER BY id\n"), message);
  }

  @Test
  void supportsABudgetOfZero() {
    String message = outcome.failed(A + "exceedsBudgetOfZero");
    assertTrue(message.contains("1 query, 0 allowed"), message);
  }

  @Test
  void countsQueriesOnOtherThreads() {
    String message = outcome.failed(A + "queriesOnOtherThreads");
    assertTrue(message.contains("4 queries, 3 allowed"), message);
  }

  @Test
  void preservesTheFailureOfATest() {
    assertEquals("AssertionFailedError: of its own accord", outcome.failed(A + "failsByItself"));
  }

  @Test
  void failsAnNPlusOneWithItsParent() {
    String message = outcome.failed(A + "nPlusOne");
    assertTrue(
        message.startsWith("AssertionFailedError: 1 N+1, none allowed by @NoNPlusOne"), message);
    assertTrue(
        message.contains(
            "for the 6 rows of SELECT id FROM orders ORDER BY id\n"
                + "          at io.acme.shop.Shop.orders(Shop.java:"),
        message);
    assertTrue(
        message.contains("  N+1: SELECT ITEMS ×6 (6 distinct binds) at Shop.java:"), message);
    assertTrue(message.contains("Fetch them with one IN query"), message);
    outcome.passed(A + "noNPlusOne");
  }

  @Test
  void expectsExactNumbersOfQueries() {
    outcome.passed(A + "expectedQueries", A + "anyNumberOfSelects");
    String message = outcome.failed(A + "unexpectedQuery");
    assertTrue(
        message.contains(
            "expected 2 select, 1 insert by @ExpectQueries, found 1 select, 1 insert, 1 delete\n"),
        message);
  }

  @Test
  void reportsThatThereWereNoQueries() {
    assertEquals(
        "AssertionFailedError: expected 1 select by @ExpectQueries, found no queries\n"
            + "no queries were executed",
        outcome.failed(A + "noQueries"));
  }

  @Test
  void appliesTheBudgetOfTheEnclosingClass() {
    String message = outcome.failed(A + "Inside.exceedsBudgetOfEnclosingClass");
    assertTrue(message.contains("7 queries, 3 allowed"), message);
  }

  @Test
  void recordsEachInvocationOfAParameterizedTest() {
    String test = "ManyInOneCases.parameterizedQueries";
    outcome.passed(test + "#1", test + "#2");
    assertTrue(outcome.failed(test + "#3").contains("3 queries, 2 allowed"), outcome.text());
  }

  @Test
  void recordsEachRepetition() {
    outcome.passed("ManyInOneCases.repeatedQuery#1", "ManyInOneCases.repeatedQuery#2");
  }

  @Test
  void recordsEachDynamicTest() {
    String test = "ManyInOneCases.dynamicQueries";
    outcome.passed(test + "#1", test + "#2");
    assertTrue(outcome.failed(test + "#3").contains("3 queries, 2 allowed"), outcome.text());
  }

  @Test
  void recordsABlockOfCode() {
    outcome.passed("CounterCases.recordsABlock", "CounterCases.recordsAgainAfterAFailure");
  }

  @Test
  void countsARecordingForTheEnclosingTest() {
    String message = outcome.failed("CounterCases.countsForTheEnclosingTest");
    assertTrue(message.contains("3 queries, 2 allowed"), message);
    assertTrue(message.contains("\n      in TEST inner\n"), message);
  }

  @Test
  void countsInClassesLoadedBeforeTheAgent() {
    assertTrue(
        outcome.failed("LateCases.countsInClassesLoadedBefore").contains("7 queries, 6 allowed"),
        outcome.text());
  }

  @Test
  void printsAndWritesNothingByDefault() throws IOException {
    assertFalse(outcome.text().contains("rowcall:"), outcome.text());
    try (var files = Files.list(workingFolder)) {
      assertEquals(List.of("out.txt"), files.map(f -> f.getFileName().toString()).toList());
    }
  }
}
