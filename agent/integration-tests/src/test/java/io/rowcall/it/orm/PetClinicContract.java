package io.rowcall.it.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of call sites in an application that makes them hard to find: its package is that of a
 * library, its endpoints share statements, and its entities load while they are serialized. Each
 * call site must be a line that a request of the finding's own endpoint has run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PetClinicContract {
  private static final int OWNERS = 10;
  private static final Path CONTROLLER = CallSites.PETCLINIC.resolve("OwnerController.java");
  private static final Path FORMATTER = CallSites.PETCLINIC.resolve("PetTypeFormatter.java");

  private static final Path VETS = CallSites.PETCLINIC.resolve("../vet/VetController.java");
  private static final int ROUNDS = 4;

  private final List<ServiceResponse> vets = new ArrayList<>();
  private final List<ServiceResponse> specialties = new ArrayList<>();
  private final List<ServiceResponse> welcomes = new ArrayList<>();
  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  abstract ServiceCommand command(Path folder);

  @BeforeAll
  void drive(@TempDir Path folder) throws IOException {
    ServiceCommand command = command(folder).with("slow-query", "60s").with("slow-request", "60s");
    try (ServiceProcess service = command.start()) {
      for (String path :
          List.of(
              "/first",
              "/second/nowhere",
              "/second/elsewhere",
              "/third",
              "/owners",
              "/types",
              "/visits",
              "/pets/new",
              "/welcome.txt",
              "/fourth")) {
        assertOk(service, path);
      }
      for (int i = 0; i < ROUNDS; i++) {
        vets.add(assertOk(service, "/vets"));
        specialties.add(assertOk(service, "/vets/specialties"));
        welcomes.add(assertOk(service, "/welcome.txt"));
      }
      service.exit();
      agentLines = service.agentLines();
    }
    report = Report.in(folder);
  }

  private static ServiceResponse assertOk(ServiceProcess service, String path) throws IOException {
    ServiceResponse response = service.get(path);
    assertEquals(200, response.status(), () -> path + ": " + service.stderr());
    return response;
  }

  @Test
  void namesTheLinesOfEachOfFourEndpointsThatShareAStatement() {
    assertDuplicate("GET /first", "first");
    assertDuplicate("GET /second/{city}", "second");
    assertDuplicate("GET /third", "third");
    assertDuplicate("GET /fourth", "fourth");
  }

  private void assertDuplicate(String endpoint, String mark) {
    JsonNode finding = report.onlyFinding(endpoint, "duplicate");
    CallSites.assertAt(CONTROLLER, mark, finding.path("callSite"));
    CallSites.assertAt(CONTROLLER, mark + " again", finding.path("secondCallSite"));
    String sentence = finding.path("sentence").asText();
    assertTrue(
        sentence.contains("OwnerController.java:" + CallSites.line(CONTROLLER, mark)), sentence);
    assertTrue(
        sentence.contains(
            "again at OwnerController.java:" + CallSites.line(CONTROLLER, mark + " again")),
        sentence);
  }

  @Test
  void namesHandlerAndPropertyIfASerializerLoadsACollection() {
    JsonNode finding = report.onlyFinding("GET /owners", "n+1-select");
    assertEquals(OWNERS, finding.at("/repeats/max").asInt(), finding::toString);
    CallSites.assertAt(CONTROLLER, "view", finding.path("callSite"));
    assertEquals("list", finding.at("/callSite/method").asText());
    CallSites.assertAt(CONTROLLER, "view", finding.at("/parent/callSite"));
    String evidence = finding.path("evidence").toString();
    assertTrue(evidence.contains("Owner.pets was touched by a serializer"), evidence);
    assertTrue(evidence.contains("OwnerController.list had"), evidence);
  }

  @Test
  void namesHandlerAndEntityIfASerializerLoadsAProxy() {
    JsonNode finding = report.onlyFinding("GET /types", "n+1-select");
    CallSites.assertAt(CONTROLLER, "view of types", finding.path("callSite"));
    String evidence = finding.path("evidence").toString();
    assertTrue(evidence.contains("PetType was touched by a serializer"), evidence);
  }

  @Test
  void namesTheLineOfAParentThatIsAJoin() {
    JsonNode finding = report.onlyFinding("GET /visits", "n+1-select");
    CallSites.assertAt(CONTROLLER, "visits", finding.path("callSite"));
    CallSites.assertAt(CONTROLLER, "join", finding.at("/parent/callSite"));
  }

  @Test
  void namesTheFormatterThatQueriesForEachOption() {
    CallSites.assertAt(
        FORMATTER, "formatter", report.onlyFinding("GET /pets/new", "n+1-select").path("callSite"));
  }

  @Test
  void reportsNothingForAStaticResource() {
    assertEquals(List.of(), report.findings("GET /**"));
  }

  @Test
  void reportsForEachResponseWhetherItCameFromTheCache() {
    for (int i = 0; i < ROUNDS; i++) {
      boolean hit = i > 0;
      assertEquals(hit ? "0" : "1", vets.get(i).header("X-Query-Count"), "" + i);
      assertEquals(hit ? "true" : "false", vets.get(i).header("X-Cache-Hit"), "" + i);
      assertEquals("6", specialties.get(i).header("X-Query-Count"), "" + i);
      assertEquals("true", specialties.get(i).header("X-Cache-Hit"), "" + i);
    }
    JsonNode endpoint = report.endpoint("GET /vets");
    assertEquals(ROUNDS - 1, endpoint.path("cacheHits").asInt(), endpoint::toString);
    assertEquals(1, endpoint.path("cacheMisses").asInt(), endpoint::toString);
    assertEquals(List.of(), report.findings("GET /vets"));
  }

  @Test
  void ratesALoopOverCachedRowsAsLikely() {
    JsonNode finding = report.onlyFinding("GET /vets/specialties", "n+1-select");
    assertEquals("likely", finding.path("verdict").asText(), finding::toString);
    assertEquals(6, finding.at("/repeats/max").asInt(), finding::toString);
    assertTrue(finding.path("parent").isMissingNode() || finding.path("parent").isNull());
    CallSites.assertAt(VETS, "specialties", finding.path("callSite"));
    String evidence = finding.path("evidence").toString();
    assertTrue(evidence.contains("cache"), evidence);
  }

  /** Spring caches its own resource lookups, which are no cache of the application. */
  @Test
  void ignoresInternalCachesOfLibraries() {
    for (ServiceResponse welcome : welcomes) {
      assertEquals("false", welcome.header("X-Cache-Hit"));
    }
    JsonNode resources = report.endpoint("GET /**");
    assertEquals(0, resources.path("cacheHits").asInt(), resources::toString);
    assertEquals(0, resources.path("cacheMisses").asInt(), resources::toString);
  }

  @Test
  void reportsEachFindingAtALineOfTheApplicationsLogic() {
    assertFalse(report.json().path("findings").isEmpty(), "no findings");
    for (JsonNode finding : report.json().path("findings")) {
      String file = finding.at("/callSite/file").asText("none");
      assertTrue(
          List.of("OwnerController.java", "PetTypeFormatter.java", "VetController.java")
              .contains(file),
          finding::toString);
    }
    assertTrue(report.json().at("/run/noLines").isMissingNode());
  }

  @Test
  void logsNothingAndSuppressesNoError() {
    assertEquals(List.of(), agentLines);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
