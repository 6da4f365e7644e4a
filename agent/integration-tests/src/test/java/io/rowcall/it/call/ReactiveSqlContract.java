package io.rowcall.it.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Report;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Contract of a reactive SQL client behind a pool: each subscription, or call, is an execution,
 * normalized, timed, and of the request that subscribes; a loop is an N+1 with its line and its
 * binds.
 */
public abstract class ReactiveSqlContract {
  private static final String SELECT = "SELECT name FROM item WHERE id = ?";
  private static final int MANY = 20;

  /** The driver's artifact. */
  public abstract String artifact();

  /** The name of the driver's routes. */
  abstract String driver();

  /** The file of the loop. */
  String file() {
    return "R2dbcSubject.java";
  }

  /** Executions of the statement of the loop, in all routes together. */
  int executions() {
    return 3 * MANY + 5;
  }

  /** Whether a failure ends the publisher of the statement, and not only the one of its result. */
  boolean failsBeforeItsResult() {
    return true;
  }

  @Test
  void countsEachSubscriptionOnce() throws IOException {
    assertExecutions("one", 1);
    assertExecutions("many", MANY);
    assertExecutions("together", 3);
    assertExecutions("task", 1);
    assertExecutions("fail", 1);
  }

  private void assertExecutions(String what, int expected) throws IOException {
    JsonNode executions = endpoint(what).path("executions");
    assertEquals(expected, executions.path("max").asInt(), () -> what + ": " + executions);
    assertEquals(expected, executions.path("min").asInt(), () -> what + ": " + executions);
  }

  @Test
  void normalizesAndTimesStatements() throws IOException {
    JsonNode share = endpoint("many").path("statements").get(0);
    JsonNode select = run().statement(share);
    assertEquals(SELECT, select.path("sql").asText());
    assertTrue(select.path("millis").asDouble() > 0, select::toString);
    JsonNode failed = run().statement(endpoint("fail").path("statements").get(0));
    int errors = failsBeforeItsResult() ? 1 : 0;
    assertEquals(errors, failed.path("errors").asInt(), failed::toString);
  }

  @Test
  void findsALoopWithItsLineAndItsBinds() throws IOException {
    List<JsonNode> findings = run().findings(path("many"), "n+1-select");
    assertEquals(1, findings.size(), findings::toString);
    JsonNode finding = findings.get(0);
    assertEquals("likely", finding.path("verdict").asText(), finding::toString);
    assertEquals(MANY, finding.path("distinctBinds").asInt(), finding::toString);
    assertEquals(file(), finding.path("callSite").path("file").asText());
    assertTrue(finding.path("callSite").path("line").asInt() > 0, finding::toString);
  }

  @Test
  void attributesEachExecution() throws IOException {
    JsonNode select = run().statement(endpoint("many").path("statements").get(0));
    assertEquals(executions(), select.path("executions").asInt(), select::toString);
  }

  @Test
  void suppressesNoError() throws IOException {
    assertEquals(0, run().total("suppressedErrors"), run()::totals);
    assertEquals(List.of(), SharedRun.REACTIVE_SQL.get().lines());
  }

  private static Report run() throws IOException {
    return SharedRun.REACTIVE_SQL.get().report();
  }

  private String path(String what) {
    return "/calls/" + driver() + '/' + what;
  }

  private JsonNode endpoint(String what) throws IOException {
    return run().endpoint("GET " + path(what));
  }
}
