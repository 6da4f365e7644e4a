package io.rowcall.it.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every line of a finding was run by a request of its endpoint: in an application whose package is
 * a library's, whose endpoints share statements, and whose entities load while they are written
 * out. Each endpoint but one has one request.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PetClinicContract {
  private static final int OWNERS = 10;
  private static final Path CONTROLLER = CallSites.PETCLINIC.resolve("OwnerController.java");
  private static final Path FORMATTER = CallSites.PETCLINIC.resolve("PetTypeFormatter.java");

  private static final Path VETS = CallSites.PETCLINIC.resolve("../vet/VetController.java");
  private static final int TIMES = 4;

  private final List<Answer> vets = new ArrayList<>();
  private final List<Answer> specialties = new ArrayList<>();
  private final List<Answer> welcomes = new ArrayList<>();
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
        ok(service, path);
      }
      for (int i = 0; i < TIMES; i++) {
        vets.add(ok(service, "/vets"));
        specialties.add(ok(service, "/vets/specialties"));
        welcomes.add(ok(service, "/welcome.txt"));
      }
      service.exit();
      agentLines = service.agentLines();
    }
    report = Report.in(folder);
  }

  private static Answer ok(ServiceProcess service, String path) throws IOException {
    Answer answer = service.get(path);
    assertEquals(200, answer.status(), () -> path + ": " + service.stderr());
    return answer;
  }

  @Test
  void namesEachEndpointsOwnLinesWhereFourShareAStatement() throws IOException {
    assertDuplicate("GET /first", "first");
    assertDuplicate("GET /second/{city}", "second");
    assertDuplicate("GET /third", "third");
    assertDuplicate("GET /fourth", "fourth");
  }

  private void assertDuplicate(String endpoint, String mark) throws IOException {
    JsonNode finding = one(endpoint, "duplicate");
    assertLine(CONTROLLER, mark, finding.path("callSite"));
    assertLine(CONTROLLER, mark + " again", finding.path("secondCallSite"));
    String sentence = finding.path("sentence").asText();
    assertTrue(sentence.contains("OwnerController.java:" + line(CONTROLLER, mark)), sentence);
    assertTrue(
        sentence.contains("again at OwnerController.java:" + line(CONTROLLER, mark + " again")),
        sentence);
  }

  @Test
  void namesTheMethodAndThePropertyWhereASerializerWalksACollection() throws IOException {
    JsonNode finding = one("GET /owners", "n+1-select");
    assertEquals(OWNERS, finding.at("/repeats/max").asInt(), finding::toString);
    assertLine(CONTROLLER, "view", finding.path("callSite"));
    assertEquals("list", finding.at("/callSite/method").asText());
    assertLine(CONTROLLER, "view", finding.at("/parent/callSite"));
    String evidence = finding.path("evidence").toString();
    assertTrue(evidence.contains("Owner.pets was touched by a serializer"), evidence);
    assertTrue(evidence.contains("OwnerController.list had"), evidence);
  }

  @Test
  void namesTheMethodAndTheEntityWhereASerializerTouchesAProxy() throws IOException {
    JsonNode finding = one("GET /types", "n+1-select");
    assertLine(CONTROLLER, "view of types", finding.path("callSite"));
    String evidence = finding.path("evidence").toString();
    assertTrue(evidence.contains("PetType was touched by a serializer"), evidence);
  }

  @Test
  void namesTheLineOfAJoinedParent() throws IOException {
    JsonNode finding = one("GET /visits", "n+1-select");
    assertLine(CONTROLLER, "visits", finding.path("callSite"));
    assertLine(CONTROLLER, "join", finding.at("/parent/callSite"));
  }

  @Test
  void namesTheFormatterThatAsksForEachOption() throws IOException {
    assertLine(FORMATTER, "formatter", one("GET /pets/new", "n+1-select").path("callSite"));
  }

  @Test
  void findsNothingOnAStaticRoute() {
    assertEquals(List.of(), report.findings("GET /**"));
  }

  @Test
  void saysOfEachAnswerWhetherItCameFromTheCache() {
    for (int i = 0; i < TIMES; i++) {
      boolean hit = i > 0;
      assertEquals(hit ? "0" : "1", vets.get(i).header("X-Query-Count"), "" + i);
      assertEquals(hit ? "true" : "false", vets.get(i).header("X-Cache-Hit"), "" + i);
      assertEquals("6", specialties.get(i).header("X-Query-Count"), "" + i);
      assertEquals("true", specialties.get(i).header("X-Cache-Hit"), "" + i);
    }
    JsonNode endpoint = report.endpoint("GET /vets");
    assertEquals(TIMES - 1, endpoint.path("cacheHits").asInt(), endpoint::toString);
    assertEquals(1, endpoint.path("cacheMisses").asInt(), endpoint::toString);
    assertEquals(List.of(), report.findings("GET /vets"));
  }

  @Test
  void likesALoopOverWhatACacheAnswered() throws IOException {
    JsonNode finding = one("GET /vets/specialties", "n+1-select");
    assertEquals("likely", finding.path("verdict").asText(), finding::toString);
    assertEquals(6, finding.at("/repeats/max").asInt(), finding::toString);
    assertTrue(finding.path("parent").isMissingNode() || finding.path("parent").isNull());
    assertLine(VETS, "specialties", finding.path("callSite"));
    String evidence = finding.path("evidence").toString();
    assertTrue(evidence.contains("cache"), evidence);
  }

  /** What Spring keeps for itself neither hits nor misses for a request. */
  @Test
  void countsNoCacheOfALibrarysOwn() {
    for (Answer welcome : welcomes) {
      assertEquals("false", welcome.header("X-Cache-Hit"));
    }
    for (JsonNode finding : report.json().path("findings")) {
      assertFalse(finding.path("class").asText().contains("cache"), finding::toString);
    }
  }

  @Test
  void hasALineForEachFindingThatIsNoFilters() {
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
  void saysAndSuppressesNothing() {
    assertEquals(List.of(), agentLines);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private JsonNode one(String endpoint, String findingClass) {
    List<JsonNode> all = report.findings(endpoint);
    assertEquals(1, all.size(), () -> "findings of " + endpoint + ": " + all);
    assertEquals(findingClass, all.get(0).path("class").asText());
    return all.get(0);
  }

  private static void assertLine(Path source, String mark, JsonNode site) throws IOException {
    assertEquals(source.getFileName().toString(), site.path("file").asText(), site::toString);
    assertEquals(line(source, mark), site.path("line").asInt(), site::toString);
  }

  private static int line(Path source, String mark) throws IOException {
    return CallSites.line(source, mark);
  }
}
