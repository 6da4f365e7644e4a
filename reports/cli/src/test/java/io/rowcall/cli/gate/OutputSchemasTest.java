package io.rowcall.cli.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Severity;
import edu.hm.hafner.analysis.parser.JsonParser;
import io.rowcall.cli.Reports;
import io.rowcall.format.CallSite;
import io.rowcall.format.Parent;
import io.rowcall.format.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Each output of the gate against the schema, or the reader, of those who take it. */
final class OutputSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUDGET = "endpoints: {GET /api/my-500: {queries: 3}, GET /gone: {}}";

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Checkout.in(folder);
  }

  @Test
  void writesSarifThatKeepsItsSchema() throws IOException {
    JsonSchema schema =
        schema(SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
    for (GateResult verdict : verdicts()) {
      assertEquals("[]", schema.validate(JSON.readTree(verdict.render("sarif"))).toString());
    }
    String broken =
        verdicts().get(0).render("sarif").replace("\"level\" : \"error\"", "\"level\" : 1");
    assertFalse(schema.validate(JSON.readTree(broken)).isEmpty());
  }

  @Test
  void pointsSarifToTheLineWithAHelpTextForItsRule() throws IOException {
    JsonNode run = JSON.readTree(verdicts().get(0).render("sarif")).at("/runs/0");
    JsonNode result = run.at("/results/0");
    assertEquals("n+1-select", result.at("/ruleId").asText());
    JsonNode physical = result.at("/locations/0/physicalLocation");
    assertEquals(
        "src/main/java/io/acme/ContactService.java", physical.at("/artifactLocation/uri").asText());
    assertEquals(42, physical.at("/region/startLine").asInt());
    JsonNode rule = run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt());
    assertEquals("n+1-select", rule.at("/id").asText());
    assertTrue(rule.at("/help/text").asText().contains("one IN query"), rule::toString);
  }

  @Test
  void relatesTheLoopToTheQueryWhoseRowsItIsFor() throws IOException {
    Report report = Reports.withLoop(20);
    var parent = new Parent();
    parent.callSite = new CallSite();
    parent.callSite.type = "io.acme.ContactService";
    parent.callSite.file = "ContactService.java";
    parent.callSite.line = 37;
    report.findings.get(0).parent = parent;
    JsonNode run = JSON.readTree(checkout.judge(report, "").render("sarif"));
    JsonNode related = run.at("/runs/0/results/0/relatedLocations/0/physicalLocation");
    assertEquals(37, related.at("/region/startLine").asInt());
  }

  @Test
  void givesGithubALineForEveryResultOfSarif() throws IOException {
    Report nowhere = Reports.withLoop(20);
    nowhere.findings.get(0).callSite = null;
    var verdicts = new ArrayList<>(verdicts());
    verdicts.add(checkout.judge(nowhere, ""));
    for (GateResult verdict : verdicts) {
      for (JsonNode result : JSON.readTree(verdict.render("sarif")).at("/runs/0/results")) {
        JsonNode physical = result.at("/locations/0/physicalLocation");
        String uri = physical.at("/artifactLocation/uri").asText();
        assertTrue(uri.matches("(budget.yml|src/main/java/.*)"), result::toString);
        assertTrue(physical.at("/region/startLine").asInt() >= 1, result::toString);
      }
    }
  }

  @Test
  void keepsTheFingerprintWhenLinesMove() throws IOException {
    Report report = Reports.withLoop(20);
    String before = fingerprints(report);
    var site = Objects.requireNonNull(report.findings.get(0).callSite);
    site.line = 57;
    report.findings.get(0).sentence = "N+1: SELECT activity ×19 at ContactService.java:57.";
    assertEquals(before, fingerprints(report));
    site.method = "other";
    assertFalse(before.equals(fingerprints(report)));
  }

  @Test
  void writesJunitXmlThatKeepsSurefiresSchema() throws Exception {
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(resource("schemas/surefire-test-report.xsd"));
    for (GateResult verdict : verdicts()) {
      String xml = verdict.render("junit");
      schema.newValidator().validate(new StreamSource(new StringReader(xml)));
      var suite = parse(xml).getDocumentElement();
      assertEquals(
          suite.getAttribute("tests"),
          Integer.toString(suite.getElementsByTagName("testcase").getLength()));
      assertEquals(Long.toString(verdict.errors()), suite.getAttribute("failures"));
      assertEquals(verdict.errors(), suite.getElementsByTagName("failure").getLength());
    }
    assertThrows(
        SAXException.class,
        () ->
            schema
                .newValidator()
                .validate(new StreamSource(new StringReader("<testsuite name='x'/>"))));
  }

  @Test
  void passesATestForEachEndpointThatKeepsItsBudget() throws Exception {
    var document = parse(checkout.judge(Reports.healthy(), "").render("junit"));
    var test = document.getElementsByTagName("testcase").item(0).getAttributes();
    assertEquals("GET /api/my-500", test.getNamedItem("classname").getNodeValue());
    assertEquals(0, document.getElementsByTagName("failure").getLength());
  }

  @Test
  void writesTheFieldsThatGitlabReads() throws IOException {
    JsonSchema schema = schema(stream("schemas/gitlab-code-quality.schema.json"));
    for (GateResult verdict : verdicts()) {
      JsonNode issues = JSON.readTree(verdict.render("gitlab"));
      assertEquals("[]", schema.validate(issues).toString());
      var fingerprints = new HashSet<String>();
      issues.forEach(issue -> fingerprints.add(issue.get("fingerprint").asText()));
      assertEquals(verdict.breaches().size(), fingerprints.size());
    }
    JsonNode unused = JSON.readTree(verdicts().get(0).render("gitlab")).get(1);
    assertEquals("budget.yml", unused.at("/location/path").asText());
    assertEquals(2, unused.at("/location/lines/begin").asInt());
    assertFalse(schema.validate(JSON.readTree("[{\"description\": \"x\"}]")).isEmpty());
  }

  @Test
  void isReadByJenkinsAsItWasMeant() throws IOException {
    Path file = folder.resolve("jenkins.json");
    for (GateResult verdict : verdicts()) {
      Files.writeString(file, verdict.render("jenkins"));
      var issues = new JsonParser().parse(new FileReaderFactory(file));
      assertEquals(verdict.breaches().size(), issues.size());
      assertEquals(verdict.errors(), issues.getSizeOf(Severity.ERROR));
    }
    Files.writeString(file, verdicts().get(0).render("jenkins"));
    var issue = new JsonParser().parse(new FileReaderFactory(file)).get(0);
    assertEquals("src/main/java/io/acme/ContactService.java", issue.getFileName());
    assertEquals(42, issue.getLineStart());
    assertEquals("n+1-select", issue.getType());
    assertEquals("io.acme", issue.getPackageName());
    assertEquals("Fetch them with one IN query.", issue.getDescription());
  }

  @Test
  void writesJsonWithEveryFieldThatAFailureHas() throws IOException {
    JsonNode root = JSON.readTree(verdicts().get(0).render("json"));
    assertFalse(root.get("passed").asBoolean());
    String elsewhere = BUDGET.replace("queries: 3", "queries: 3, n-plus-one: off");
    GateResult limits = checkout.judge(Reports.withLoop(20), elsewhere);
    JsonNode queries = JSON.readTree(limits.render("json")).at("/breaches/0");
    assertEquals("queries", queries.get("rule").asText());
    assertEquals(20, queries.get("measured").asInt());
    assertEquals(3, queries.get("allowed").asInt());
    assertEquals(Reports.SQL, queries.get("statement").asText());
    assertEquals("ContactService.java:42", queries.get("callSite").asText());
    assertEquals("src/main/java/io/acme/ContactService.java", queries.get("path").asText());
    assertEquals("Fetch them with one IN query.", queries.get("advice").asText());
  }

  /** An ordinary one, one of hostile texts, one that passes, and one of an empty run. */
  private List<GateResult> verdicts() throws IOException {
    Report empty = Reports.healthy();
    empty.totals.requests = 0;
    return List.of(
        checkout.judge(Reports.withLoop(20), BUDGET),
        checkout.judge(Checkout.hostile(25), BUDGET),
        checkout.judge(Reports.healthy(), ""),
        checkout.judge(empty, ""));
  }

  private String fingerprints(Report report) throws IOException {
    JsonNode run = JSON.readTree(checkout.judge(report, "").render("sarif"));
    return run.at("/runs/0/results").findValues("partialFingerprints").toString();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static JsonSchema schema(InputStream in) throws IOException {
    assertNotNull(in);
    JsonNode schema = JSON.readTree(in);
    boolean draft7 = schema.get("$schema").asText().contains("draft-07");
    return JsonSchemaFactory.getInstance(
            draft7 ? SpecVersion.VersionFlag.V7 : SpecVersion.VersionFlag.V202012)
        .getSchema(schema);
  }

  private static java.net.URL resource(String name) {
    return Objects.requireNonNull(OutputSchemasTest.class.getResource("/" + name), name);
  }

  private static InputStream stream(String name) throws IOException {
    return resource(name).openStream();
  }
}
