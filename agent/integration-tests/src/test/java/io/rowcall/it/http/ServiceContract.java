package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Answers;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.Route;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for the shop on every server and every way to a connection. Each class drives the same
 * requests once with the agent and once without it, and its tests look at the answers, the report
 * and the logs of the two runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceContract {
  public static final String NOWHERE = "/nowhere";

  private final Answers plain = new Answers();
  private final Answers watched = new Answers();
  private Report report = new Report(NullNode.getInstance());
  private List<String> plainOut = List.of();
  private List<String> watchedOut = List.of();
  private List<String> plainErr = List.of();
  private List<String> watchedErr = List.of();
  private List<String> agentLines = List.of();

  /** The command of the service, in a working directory. */
  protected abstract ServiceCommand command(Path folder);

  /** What this server answers beyond the routes of all. */
  protected abstract List<Route> more();

  public Stream<Route> routes() {
    return Stream.concat(Route.ALL.stream(), more().stream());
  }

  @BeforeAll
  public void drive(@TempDir Path folder) throws IOException {
    try (ServiceProcess service = command(folder.resolve("plain")).withoutAgent().start()) {
      drive(service, plain);
      service.exit();
      plainOut = service.stdout();
      plainErr = service.stderr();
    }
    try (ServiceProcess service = watched(folder.resolve("watched")).start()) {
      drive(service, watched);
      service.exit();
      watchedOut = service.stdout();
      watchedErr = service.stderr();
      agentLines = service.agentLines();
    }
    report = Report.in(folder.resolve("watched"));
  }

  /** Thresholds that no request but the slow one reaches, however loaded the machine is. */
  private ServiceCommand watched(Path folder) {
    return command(folder).with("slow-query", "1s").with("slow-request", "10s");
  }

  private void drive(ServiceProcess service, Answers answers) throws IOException {
    for (Route route : routes().toList()) {
      answers.ask(service, route.path());
    }
    answers.ask(service, NOWHERE);
  }

  public Report report() {
    return report;
  }

  public Answer answer(String path) {
    return watched.of(path);
  }

  @ParameterizedTest
  @MethodSource("routes")
  public void countsExactly(Route route) {
    JsonNode endpoint = report.endpoint(route.name());
    assertEquals(1, endpoint.path("requests").asLong(-1), endpoint::toString);
    assertEquals(
        route.executions(), endpoint.at("/executions/total").asLong(-1), endpoint::toString);
    assertEquals(route.executions(), endpoint.at("/executions/max").asLong(-1), endpoint::toString);
    assertEquals(route.error() ? 1 : 0, endpoint.path("errors").asLong(-1), endpoint::toString);
  }

  @ParameterizedTest
  @MethodSource("routes")
  public void hasTheHeadersOnEveryResponse(Route route) {
    Answer answer = watched.of(route.path());
    assertEquals(
        Integer.toString(route.executionsAtCommit()), answer.header("X-Query-Count"), route.path());
    assertTimeHeaders(answer);
  }

  @Test
  public void hasTheHeadersOnAPageThatIsNotFound() {
    Answer answer = watched.of(NOWHERE);
    assertEquals(404, answer.status());
    assertEquals("0", answer.header("X-Query-Count"));
    assertTimeHeaders(answer);
  }

  private static void assertTimeHeaders(Answer answer) {
    String millis = answer.header("X-Response-Time-Ms");
    assertTrue(millis.matches("\\d+(\\.\\d+)?"), () -> "X-Response-Time-Ms: " + millis);
    assertEquals("false", answer.header("X-Cache-Hit"));
    String timing = answer.header("Server-Timing");
    assertTrue(timing.matches("\\S+;.*dur=\\d.*"), () -> "Server-Timing: " + timing);
  }

  @Test
  public void answersTheSameByteForByte() {
    for (String path : plain.paths()) {
      Answer expected = plain.of(path);
      Answer actual = watched.of(path);
      assertEquals(expected.status(), actual.status(), path);
      assertEquals(expected.ownHeaders(), actual.ownHeaders(), path);
      assertArrayEquals(expected.body(), actual.body(), path);
    }
  }

  @Test
  public void leavesTheServicesOwnOutputAsItIs() {
    assertEquals(withoutPort(plainOut), withoutPort(watchedOut));
  }

  private static List<String> withoutPort(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("^READY \\d+$", "READY")).toList();
  }

  /** A warning of the JVM's would be the agent's fault, too. */
  @Test
  public void saysNothingOnStderrButThatItIsThere() {
    assertEquals(List.of(), agentLines);
    assertTrue(watchedErr.stream().noneMatch(line -> line.contains("slow query")));
    assertEquals(warnings(plainErr), warnings(watchedErr));
  }

  /** But for what Tomcat says on a machine that is slow, with or without an agent. */
  private static List<String> warnings(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("WARNING:"))
        .filter(line -> !line.contains("Creation of SecureRandom"))
        .toList();
  }

  @Test
  public void findsTheLoopAtItsLine() throws IOException {
    JsonNode finding = one("/loop", "n+1-select");
    assertCallSite(finding, "appendItems", "loop");
    assertEquals(25, finding.at("/repeats/max").asInt(), finding::toString);
    assertEquals(25, finding.path("distinctBinds").asInt(), finding::toString);
    assertEquals(24, finding.path("avoidableExecutions").asLong(), finding::toString);
    String parent = finding.path("parent").toString().toLowerCase(Locale.ROOT);
    assertTrue(parent.contains("from orders"), finding::toString);
  }

  @Test
  public void findsTheLoopOfLiteralsAndKeepsNoLiteral() throws IOException {
    JsonNode finding = one("/literals", "n+1-select");
    assertCallSite(finding, "statementWithLiterals", "literals");
    assertFalse(report.json().toString().contains("secret"), "a literal is in the report");
  }

  @Test
  public void findsInsertsOneByOneAtTheirLine() throws IOException {
    JsonNode finding = one("/inserts", "n+1-write");
    assertCallSite(finding, "insertOneByOne", "inserts");
    assertEquals(6, finding.at("/repeats/max").asInt(), finding::toString);
  }

  @Test
  public void findsTheSameQueryTwice() {
    JsonNode finding = one("/twice", "duplicate");
    assertEquals(1, finding.path("avoidableExecutions").asLong(), finding::toString);
  }

  @Test
  public void findsTheSlowQuery() {
    JsonNode finding = one("/slow", "slow-query");
    assertTrue(finding.at("/statement/sql").asText().contains("pause"), finding::toString);
  }

  @Test
  public void findsNothingWhereNothingIs() {
    for (String route : List.of("/join", "/batch", "/none", "/call", "/update", "/big")) {
      assertEquals(List.of(), report.findings(route), route);
    }
  }

  @Test
  public void dropsAndSuppressesNothing() {
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(0, report.total("droppedRequests"), report::totals);
    assertEquals(0, report.total("overflowedStatements"), report::totals);
  }

  private JsonNode one(String route, String findingClass) {
    List<JsonNode> all = report.findings(route);
    assertEquals(1, all.size(), () -> "findings of " + route + ": " + all);
    assertEquals(findingClass, all.get(0).path("class").asText());
    return all.get(0);
  }

  private static void assertCallSite(JsonNode finding, String method, String mark)
      throws IOException {
    JsonNode site = finding.path("callSite");
    assertEquals("io.acme.shop.Shop", site.path("class").asText(), finding::toString);
    assertEquals(method, site.path("method").asText(), finding::toString);
    assertEquals("Shop.java", site.path("file").asText(), finding::toString);
    assertEquals(
        CallSites.line(CallSites.SHOP, mark), site.path("line").asInt(), finding::toString);
  }
}
