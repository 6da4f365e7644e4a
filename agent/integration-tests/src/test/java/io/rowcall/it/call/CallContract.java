package io.rowcall.it.call;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Contract of a client of another service: each call is counted once, named by its template, timed,
 * and in no figure of SQL; a loop of calls is a finding with its line; neither a URL's query nor a
 * key is anywhere.
 */
public abstract class CallContract {
  private static final int MANY = 20;

  /** The client under test. */
  public abstract Client client();

  /** The run in which it made its calls, which some tests share. */
  abstract CallRun run() throws IOException;

  /**
   * A client of the service {@code libraries}.
   *
   * @param library its artifact; empty for the JDK
   * @param name of its routes
   * @param kind of its calls in the report
   * @param template of its calls
   * @param failing template of the call that fails
   * @param together calls of the route that makes three of them at the same time
   */
  public record Client(
      String library, String name, String kind, String template, String failing, int together) {
    static Client http(String library, String name) {
      return new Client(library, name, "HTTP", "GET localhost/items/{id}", "GET localhost/fail", 3);
    }

    static Client redis(String library, String name, int together) {
      return new Client(library, name, "REDIS", "GET", "INCR", together);
    }
  }

  @Test
  void countsEachCallOnce() throws IOException {
    assertCalls("one", 1);
    assertCalls("many", MANY);
    assertCalls("together", client().together());
    assertCalls("task", 1);
    assertCalls("fail", 1);
  }

  private void assertCalls(String what, int expected) throws IOException {
    JsonNode perRequest = calls(what).path("perRequest");
    assertEquals(expected, perRequest.path("max").asInt(), () -> what + ": " + perRequest);
    assertEquals(expected, perRequest.path("min").asInt(), () -> what + ": " + perRequest);
  }

  @Test
  void namesItsTemplate() throws IOException {
    JsonNode calls = calls("many").path("templates");
    assertEquals(1, calls.size(), calls::toString);
    JsonNode call = call(calls.get(0));
    assertEquals(client().template(), call.path("template").asText());
    assertEquals(client().kind(), call.path("kind").asText());
    JsonNode failing = call(calls("fail").path("templates").get(0));
    assertEquals(client().failing(), failing.path("template").asText());
  }

  @Test
  void countsErrors() throws IOException {
    assertEquals(1, calls("fail").path("errors").asInt());
    assertEquals(0, calls("many").path("errors").asInt());
  }

  @Test
  void timesCalls() throws IOException {
    for (String what : new String[] {"one", "many", "together", "task"}) {
      double millis = calls(what).path("millis").asDouble();
      double latency = endpoint(what).path("latencyMillis").path("total").asDouble();
      int atOnce = what.equals("together") ? client().together() : 1;
      assertTrue(millis > 0 && millis <= latency * atOnce, () -> what + ": " + millis);
    }
  }

  @Test
  void findsALoopOfCallsWithItsLine() throws IOException {
    String findingClass = client().kind().equals("HTTP") ? "n+1-http" : "n+1-call";
    List<JsonNode> findings = run().report().findings(path("many"), findingClass);
    assertEquals(1, findings.size(), findings::toString);
    JsonNode finding = findings.get(0);
    assertEquals("likely", finding.path("verdict").asText(), finding::toString);
    assertEquals(MANY, finding.path("distinctBinds").asInt(), finding::toString);
    JsonNode site = finding.path("callSite");
    assertTrue(
        site.path("class").asText().startsWith("io.acme.libraries.calls."), finding::toString);
    assertTrue(site.path("line").asInt() > 0, finding::toString);
  }

  @Test
  void leavesTheFiguresOfSqlAlone() throws IOException {
    assertEquals(0, endpoint("many").path("executions").path("max").asInt());
    assertEquals("0", requireNonNull(run().responses().get(path("many"))).header("X-Query-Count"));
    assertEquals(0, run().report().total("executions"));
  }

  @Test
  void keepsNeitherQueryNorKey() throws IOException {
    assertFalse(run().text().contains("canary"));
  }

  @Test
  void suppressesNoError() throws IOException {
    assertEquals(0, run().report().total("suppressedErrors"), () -> "see stderr");
    assertTrue(run().lines().isEmpty(), run().lines()::toString);
  }

  private String path(String what) {
    return "/calls/" + client().name() + '/' + what;
  }

  private JsonNode endpoint(String what) throws IOException {
    return run().report().endpoint("GET " + path(what));
  }

  private JsonNode calls(String what) throws IOException {
    return endpoint(what).path("calls");
  }

  private JsonNode call(JsonNode share) throws IOException {
    return run()
        .report()
        .elements("calls")
        .filter(call -> call.path("id").equals(share.path("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no call of " + share));
  }
}
