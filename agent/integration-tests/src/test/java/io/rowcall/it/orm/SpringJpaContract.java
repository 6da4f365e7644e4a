package io.rowcall.it.orm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ResponsesByPath;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of Spring Boot with Spring Data JPA: a lazy association that a loop walks is reported at
 * the line of the loop, and responses stay the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SpringJpaContract {
  private static final int OWNERS = 10;
  private static final List<String> PATHS =
      List.of(
          "/owners",
          "/owners/fetched",
          "/owners/count",
          "/owners/1",
          "/owners/4",
          "/owners/9999",
          "/none");

  private final ResponsesByPath plainResponses = new ResponsesByPath();
  private final ResponsesByPath responses = new ResponsesByPath();
  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  abstract ServiceCommand command(Path folder);

  @BeforeAll
  public void drive(@TempDir Path folder) throws IOException {
    try (ServiceProcess service = command(folder.resolve("plain")).withoutAgent().start()) {
      fetchAll(service, plainResponses);
    }
    try (ServiceProcess service = commandWithAgent(folder.resolve("agent")).start()) {
      fetchAll(service, responses);
      service.exit();
      agentLines = service.agentLines();
    }
    report = Report.in(folder.resolve("agent"));
  }

  /** No request exceeds these thresholds, even on a busy machine. */
  private ServiceCommand commandWithAgent(Path folder) {
    return command(folder).with("slow-query", "10s").with("slow-request", "30s");
  }

  private static void fetchAll(ServiceProcess service, ResponsesByPath into) throws IOException {
    for (String path : PATHS) {
      into.fetch(service, path);
    }
    into.fetch(service, "/failing");
    into.fetch(service, "/nowhere");
  }

  @Test
  public void countsPerRouteTemplate() {
    assertCounts("GET /owners", 1, 1 + OWNERS, 0);
    assertCounts("GET /owners/fetched", 1, 1, 0);
    assertCounts("GET /owners/{id}", 3, 2 + 2 + 1, 0);
    assertCounts("GET /owners/count", 1, 2, 0);
    assertCounts("GET /none", 1, 0, 0);
    assertCounts("GET /failing", 1, 1, 1);
  }

  private void assertCounts(String name, int requests, int executions, int errors) {
    JsonNode endpoint = report.endpoint(name);
    assertEquals(requests, endpoint.path("requests").asInt(-1), endpoint::toString);
    assertEquals(executions, endpoint.at("/executions/total").asInt(-1), endpoint::toString);
    assertEquals(errors, endpoint.path("errors").asInt(-1), endpoint::toString);
  }

  /** The container dispatches an error to an error page within the same request. */
  @Test
  public void countsAnErrorPageAsPartOfItsRequest() {
    List<String> names = report.endpointNames();
    assertTrue(names.contains("GET /failing"), names::toString);
    assertTrue(names.stream().noneMatch(name -> name.endsWith("/error")), names::toString);
  }

  @Test
  public void reportsALazyAssociationAtTheLineThatWalksIt() {
    JsonNode finding = report.onlyFinding("GET /owners", "n+1-select");
    JsonNode site = finding.path("callSite");
    assertEquals("io.acme.owners.OwnerService", site.path("class").asText());
    assertEquals("lines", site.path("method").asText());
    CallSites.assertAt(CallSites.OWNERS, "lazy", site);
    assertEquals(OWNERS, finding.at("/repeats/max").asInt(), finding::toString);
    String parent = finding.path("parent").toString().toLowerCase(Locale.ROOT);
    assertTrue(parent.contains("from owner"), finding::toString);
  }

  @Test
  public void reportsNothingIfTheAssociationIsFetched() {
    assertEquals(List.of(), report.findings("GET /owners/fetched"));
    assertEquals(List.of(), report.findings("GET /owners/{id}"));
  }

  @Test
  public void addsTheCountToEveryResponse() {
    Map<String, String> counts =
        Map.of(
            "/owners", "11",
            "/owners/fetched", "1",
            "/owners/4", "2",
            "/owners/9999", "1",
            "/none", "0",
            "/failing", "1",
            "/nowhere", "0");
    counts.forEach(
        (path, count) -> {
          ServiceResponse response = responses.get(path);
          assertEquals(count, response.header("X-Query-Count"), path);
          for (String name : ServiceResponse.AGENT_HEADERS) {
            assertEquals(1, response.headers().allValues(name).size(), path + " " + name);
          }
        });
  }

  /** Except for the two error responses, whose bodies contain the time. */
  @Test
  @Shows(Promise.SAME_RESULTS)
  public void leavesResponsesUnchangedByteForByte() {
    for (String path : PATHS) {
      ServiceResponse expected = plainResponses.get(path);
      assertEquals(expected.status(), responses.get(path).status(), path);
      assertEquals(expected.serviceHeaders(), responses.get(path).serviceHeaders(), path);
      assertArrayEquals(expected.body(), responses.get(path).body(), path);
    }
    assertEquals(500, responses.get("/failing").status());
    assertEquals(404, responses.get("/nowhere").status());
  }

  @Test
  public void logsNothingAndSuppressesNoError() {
    assertEquals(List.of(), agentLines);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
