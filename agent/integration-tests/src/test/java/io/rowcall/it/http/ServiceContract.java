package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ResponsesByPath;
import io.rowcall.it.support.Route;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
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
 * Contract of the shop on every HTTP server and every kind of connection. Each subclass sends the
 * same requests to a service without the agent and to one with it; the tests compare the responses,
 * output and logs of the two runs, and check the report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceContract {
  private static final String UNMAPPED_PATH = "/nowhere";

  private final ResponsesByPath plainResponses = new ResponsesByPath();
  private final ResponsesByPath responses = new ResponsesByPath();
  private Report report = new Report(NullNode.getInstance());
  private List<String> plainStdout = List.of();
  private List<String> stdout = List.of();
  private List<String> plainStderr = List.of();
  private List<String> stderr = List.of();
  private List<String> startupLines = List.of();
  private List<String> agentLines = List.of();

  /** The command of the service, in the working directory {@code folder}. */
  protected abstract ServiceCommand command(Path folder);

  /** Routes that this server has in addition to {@link Route#ALL}. */
  protected List<Route> additionalRoutes() {
    return List.of();
  }

  public Stream<Route> routes() {
    return Stream.concat(Route.ALL.stream(), additionalRoutes().stream());
  }

  @BeforeAll
  public void drive(@TempDir Path folder) throws IOException {
    try (ServiceProcess service = command(folder.resolve("plain")).withoutAgent().start()) {
      fetchAll(service, plainResponses);
      service.exit();
      plainStdout = service.stdout();
      plainStderr = service.stderr();
    }
    try (ServiceProcess service = commandWithAgent(folder.resolve("agent")).start()) {
      fetchAll(service, responses);
      service.exit();
      stdout = service.stdout();
      stderr = service.stderr();
      startupLines = service.startupLines();
      agentLines = service.agentLines();
    }
    report = Report.in(folder.resolve("agent"));
  }

  /** Only {@code /slow} exceeds these thresholds, even on a busy machine. */
  private ServiceCommand commandWithAgent(Path folder) {
    return command(folder).with("slow-query", "1s").with("slow-request", "10s");
  }

  private void fetchAll(ServiceProcess service, ResponsesByPath into) throws IOException {
    for (Route route : routes().toList()) {
      into.fetch(service, route.path());
    }
    into.fetch(service, UNMAPPED_PATH);
  }

  protected final Report report() {
    return report;
  }

  @ParameterizedTest
  @MethodSource("routes")
  public void countsEveryExecution(Route route) {
    JsonNode endpoint = report.endpoint(route.name());
    assertEquals(1, endpoint.path("requests").asLong(-1), endpoint::toString);
    assertEquals(
        route.executions(), endpoint.at("/executions/total").asLong(-1), endpoint::toString);
    assertEquals(route.executions(), endpoint.at("/executions/max").asLong(-1), endpoint::toString);
    assertEquals(route.error() ? 1 : 0, endpoint.path("errors").asLong(-1), endpoint::toString);
  }

  @ParameterizedTest
  @MethodSource("routes")
  public void addsHeadersToEveryResponse(Route route) {
    ServiceResponse response = responses.get(route.path());
    assertEquals(
        Integer.toString(route.executionsAtCommit()),
        response.header("X-Query-Count"),
        route.path());
    assertTimeHeaders(response);
  }

  @Test
  public void addsHeadersToANotFoundResponse() {
    ServiceResponse response = responses.get(UNMAPPED_PATH);
    assertEquals(404, response.status());
    assertEquals("0", response.header("X-Query-Count"));
    assertTimeHeaders(response);
  }

  private static void assertTimeHeaders(ServiceResponse response) {
    String millis = response.header("X-Response-Time-Ms");
    assertTrue(millis.matches("\\d+(\\.\\d+)?"), () -> "X-Response-Time-Ms: " + millis);
    assertEquals("false", response.header("X-Cache-Hit"));
    String timing = response.header("Server-Timing");
    assertTrue(timing.matches("\\S+;.*dur=\\d.*"), () -> "Server-Timing: " + timing);
  }

  @Test
  @Shows(Promise.SAME_RESULTS)
  public void leavesResponsesUnchangedByteForByte() {
    assertEquals(routes().count() + 1, plainResponses.paths().size());
    for (String path : plainResponses.paths()) {
      ServiceResponse expected = plainResponses.get(path);
      ServiceResponse actual = responses.get(path);
      assertEquals(expected.status(), actual.status(), path);
      assertEquals(expected.serviceHeaders(), actual.serviceHeaders(), path);
      assertArrayEquals(expected.body(), actual.body(), path);
    }
  }

  @Test
  public void leavesTheServicesOutputUnchanged() {
    assertEquals(withoutPort(plainStdout), withoutPort(stdout));
  }

  private static List<String> withoutPort(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("^READY \\d+$", "READY")).toList();
  }

  /** A warning of the JVM about the agent would be the agent's fault as well. */
  @Test
  public void logsOnlyTheStartupLine() {
    assertEquals(1, startupLines.size(), startupLines::toString);
    assertEquals(List.of(), agentLines);
    assertEquals(warnings(plainStderr), warnings(stderr));
  }

  /** Ignores a warning of Tomcat's, which depends on the speed of the machine. */
  private static List<String> warnings(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("WARNING:"))
        .filter(line -> !line.contains("Creation of SecureRandom"))
        .toList();
  }

  @Test
  public void reportsALoopOfQueriesAtItsLine() {
    JsonNode finding = report.onlyFinding("/loop", "n+1-select");
    assertCallSite(finding, "appendItems", "loop");
    assertEquals(25, finding.at("/repeats/max").asInt(), finding::toString);
    assertEquals(25, finding.path("distinctBinds").asInt(), finding::toString);
    assertEquals(24, finding.path("avoidableExecutions").asLong(), finding::toString);
    String parent = finding.path("parent").toString().toLowerCase(Locale.ROOT);
    assertTrue(parent.contains("from orders"), finding::toString);
  }

  @Test
  public void reportsALoopOfLiteralsWithoutTheLiterals() {
    JsonNode finding = report.onlyFinding("/literals", "n+1-select");
    assertCallSite(finding, "statementWithLiterals", "literals");
    assertFalse(report.json().toString().contains("secret"), "a literal is in the report");
  }

  @Test
  public void reportsALoopOfInsertsAtItsLine() {
    JsonNode finding = report.onlyFinding("/inserts", "n+1-write");
    assertCallSite(finding, "insertOneByOne", "inserts");
    assertEquals(6, finding.at("/repeats/max").asInt(), finding::toString);
  }

  @Test
  public void reportsADuplicateQuery() {
    JsonNode finding = report.onlyFinding("/twice", "duplicate");
    assertEquals(1, finding.path("avoidableExecutions").asLong(), finding::toString);
  }

  @Test
  public void reportsASlowQuery() {
    JsonNode finding = report.onlyFinding("/slow", "slow-query");
    assertTrue(finding.at("/statement/sql").asText().contains("pause"), finding::toString);
  }

  @Test
  public void reportsNothingForRoutesWithoutAProblem() {
    for (String route : List.of("/join", "/batch", "/none", "/call", "/update", "/big")) {
      assertEquals(List.of(), report.findings(route), route);
    }
  }

  /** The request for the shutdown may be cut off by it. */
  @Test
  public void recordsEveryRequest() {
    long shutdowns =
        report.hasEndpoint("/shutdown")
            ? report.endpoint("/shutdown").path("requests").asLong()
            : 0;
    assertEquals(routes().count() + 1, report.total("requests") - shutdowns, () -> report.totals());
  }

  @Test
  public void suppressesNoError() {
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static void assertCallSite(JsonNode finding, String method, String mark) {
    JsonNode site = finding.path("callSite");
    assertEquals("io.acme.shop.Shop", site.path("class").asText(), finding::toString);
    assertEquals(method, site.path("method").asText(), finding::toString);
    CallSites.assertAt(CallSites.SHOP, mark, site);
  }
}
