package io.rowcall.it.orm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Answers;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
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
 * A lazy association walked in a loop, in Spring Boot with Spring Data JPA, found where the code
 * walks it.
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

  private final Answers plain = new Answers();
  private final Answers watched = new Answers();
  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  abstract ServiceCommand command(Path folder);

  @BeforeAll
  public void drive(@TempDir Path folder) throws IOException {
    try (ServiceProcess service = command(folder.resolve("plain")).withoutAgent().start()) {
      drive(service, plain);
    }
    try (ServiceProcess service = watched(folder.resolve("watched")).start()) {
      drive(service, watched);
      service.exit();
      agentLines = service.agentLines();
    }
    report = Report.in(folder.resolve("watched"));
  }

  /** Thresholds that no request reaches, however loaded the machine is. */
  private ServiceCommand watched(Path folder) {
    return command(folder).with("slow-query", "10s").with("slow-request", "30s");
  }

  private static void drive(ServiceProcess service, Answers answers) throws IOException {
    for (String path : PATHS) {
      answers.ask(service, path);
    }
    answers.ask(service, "/failing");
    answers.ask(service, "/nowhere");
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

  /**
   * The container dispatches an error to a page of its own, which is a part of the same request.
   */
  @Test
  public void countsNoErrorPageAsARequest() {
    assertTrue(report.names().stream().noneMatch(name -> name.endsWith("/error")));
  }

  @Test
  public void findsTheLazyAssociationWhereItIsWalked() throws IOException {
    List<JsonNode> findings = report.findings("GET /owners");
    assertEquals(1, findings.size(), findings::toString);
    JsonNode finding = findings.get(0);
    assertEquals("n+1-select", finding.path("class").asText());
    JsonNode site = finding.path("callSite");
    assertEquals("io.acme.owners.OwnerService", site.path("class").asText());
    assertEquals("lines", site.path("method").asText());
    assertEquals("OwnerService.java", site.path("file").asText());
    assertEquals(CallSites.line(CallSites.OWNERS, "lazy"), site.path("line").asInt());
    assertEquals(OWNERS, finding.at("/repeats/max").asInt(), finding::toString);
    String parent = finding.path("parent").toString().toLowerCase(Locale.ROOT);
    assertTrue(parent.contains("from owner"), finding::toString);
  }

  @Test
  public void findsNothingWhereTheAssociationIsFetched() {
    assertEquals(List.of(), report.findings("GET /owners/fetched"));
    assertEquals(List.of(), report.findings("GET /owners/{id}"));
  }

  @Test
  public void hasTheCountOnEveryResponse() {
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
          Answer answer = watched.of(path);
          assertEquals(count, answer.header("X-Query-Count"), path);
          for (String name : Answer.ADDED_HEADERS) {
            assertEquals(1, answer.headers().allValues(name).size(), path + " " + name);
          }
        });
  }

  /** But for the two whose body has the time in it. */
  @Test
  public void answersTheSameByteForByte() {
    for (String path : PATHS) {
      Answer expected = plain.of(path);
      assertEquals(expected.status(), watched.of(path).status(), path);
      assertEquals(expected.ownHeaders(), watched.of(path).ownHeaders(), path);
      assertArrayEquals(expected.body(), watched.of(path).body(), path);
    }
    assertEquals(500, watched.of("/failing").status());
    assertEquals(404, watched.of("/nowhere").status());
  }

  @Test
  public void saysAndSuppressesNothing() {
    assertEquals(List.of(), agentLines);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(0, report.total("droppedRequests"), report::totals);
  }
}
