package io.rowcall.gate.output;

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
import io.rowcall.format.CallSite;
import io.rowcall.format.Parent;
import io.rowcall.format.Report;
import io.rowcall.gate.CheckoutFixture;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.SampleReports;
import io.rowcall.text.BuildVersion;
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

/** Validates each output against its schema, or with the parser of its consumer. */
final class OutputSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUDGET = "endpoints: {GET /api/my-500: {queries: 3}, GET /gone: {}}";

  @TempDir private Path folder;
  private CheckoutFixture checkout;

  @BeforeEach
  void createCheckout() throws IOException {
    checkout = CheckoutFixture.create(folder);
  }

  @Test
  void writesValidSarif() throws IOException {
    JsonSchema schema =
        schema(SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
    for (GateResult result : results()) {
      assertEquals(
          "[]", schema.validate(JSON.readTree(OutputFormat.SARIF.render(result))).toString());
    }
    String broken =
        OutputFormat.SARIF
            .render(results().get(0))
            .replace("\"level\" : \"error\"", "\"level\" : 1");
    assertFalse(schema.validate(JSON.readTree(broken)).isEmpty());
  }

  @Test
  void addsCallSiteAndHelpTextToSarif() throws IOException {
    JsonNode run = JSON.readTree(OutputFormat.SARIF.render(results().get(0))).at("/runs/0");
    assertEquals(BuildVersion.get(), run.at("/tool/driver/version").asText());
    JsonNode result = run.at("/results/0");
    assertEquals("n+1-select", result.at("/ruleId").asText());
    JsonNode physical = result.at("/locations/0/physicalLocation");
    assertEquals(
        "src/main/java/io/acme/ContactService.java", physical.at("/artifactLocation/uri").asText());
    assertEquals(42, physical.at("/region/startLine").asInt());
    JsonNode rule = run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt());
    assertEquals("n+1-select", rule.at("/id").asText());
    assertTrue(rule.at("/help/text").asText().contains("one IN query"), rule::toString);
    String page = Files.readString(Path.of("../docs/findings/n+1-select.md"));
    assertEquals(page, rule.at("/help/markdown").asText());
  }

  @Test
  void relatesRepeatsToTheParentInSarif() throws IOException {
    Report report = SampleReports.withLoop(20);
    var parent = new Parent();
    parent.callSite = new CallSite();
    parent.callSite.type = "io.acme.ContactService";
    parent.callSite.file = "ContactService.java";
    parent.callSite.line = 37;
    report.findings.get(0).parent = parent;
    JsonNode run = JSON.readTree(OutputFormat.SARIF.render(checkout.evaluate(report, "")));
    JsonNode related = run.at("/runs/0/results/0/relatedLocations/0/physicalLocation");
    assertEquals(37, related.at("/region/startLine").asInt());
  }

  @Test
  void givesEverySarifResultALine() throws IOException {
    Report withoutCallSite = SampleReports.withLoop(20);
    withoutCallSite.findings.get(0).callSite = null;
    var all = new ArrayList<>(results());
    all.add(checkout.evaluate(withoutCallSite, ""));
    for (GateResult result : all) {
      JsonNode sarif = JSON.readTree(OutputFormat.SARIF.render(result));
      for (JsonNode sarifResult : sarif.at("/runs/0/results")) {
        JsonNode physical = sarifResult.at("/locations/0/physicalLocation");
        String uri = physical.at("/artifactLocation/uri").asText();
        assertTrue(uri.matches("(budget.yml|src/main/java/.*)"), sarifResult::toString);
        assertTrue(physical.at("/region/startLine").asInt() >= 1, sarifResult::toString);
      }
    }
  }

  @Test
  void keepsTheFingerprintWhenLinesMove() throws IOException {
    Report report = SampleReports.withLoop(20);
    String before = fingerprints(report);
    var site = Objects.requireNonNull(report.findings.get(0).callSite);
    site.line = 57;
    report.findings.get(0).sentence = "N+1: SELECT activity ×19 at ContactService.java:57.";
    assertEquals(before, fingerprints(report));
    site.method = "other";
    assertFalse(before.equals(fingerprints(report)));
  }

  @Test
  void writesValidJunitXml() throws Exception {
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(resource("schemas/surefire-test-report.xsd"));
    for (GateResult result : results()) {
      String xml = OutputFormat.JUNIT.render(result);
      schema.newValidator().validate(new StreamSource(new StringReader(xml)));
      var suite = parse(xml).getDocumentElement();
      assertEquals(
          suite.getAttribute("tests"),
          Integer.toString(suite.getElementsByTagName("testcase").getLength()));
      assertEquals(Long.toString(result.errors()), suite.getAttribute("failures"));
      assertEquals(result.errors(), suite.getElementsByTagName("failure").getLength());
    }
    assertThrows(
        SAXException.class,
        () ->
            schema
                .newValidator()
                .validate(new StreamSource(new StringReader("<testsuite name='x'/>"))));
  }

  @Test
  void reportsAPassedTestForEachPassedEndpoint() throws Exception {
    var document = parse(OutputFormat.JUNIT.render(checkout.evaluate(SampleReports.healthy(), "")));
    var test = document.getElementsByTagName("testcase").item(0).getAttributes();
    assertEquals("GET /api/my-500", test.getNamedItem("classname").getNodeValue());
    assertEquals(0, document.getElementsByTagName("failure").getLength());
  }

  @Test
  void writesValidGitlabReports() throws IOException {
    JsonSchema schema = schema(stream("schemas/gitlab-code-quality.schema.json"));
    for (GateResult result : results()) {
      JsonNode issues = JSON.readTree(OutputFormat.GITLAB.render(result));
      assertEquals("[]", schema.validate(issues).toString());
      var fingerprints = new HashSet<String>();
      issues.forEach(issue -> fingerprints.add(issue.get("fingerprint").asText()));
      assertEquals(result.violations().size(), fingerprints.size());
    }
    JsonNode unused = JSON.readTree(OutputFormat.GITLAB.render(results().get(0))).get(1);
    assertEquals("budget.yml", unused.at("/location/path").asText());
    assertEquals(2, unused.at("/location/lines/begin").asInt());
    assertFalse(schema.validate(JSON.readTree("[{\"description\": \"x\"}]")).isEmpty());
  }

  @Test
  void isParsedByJenkins() throws IOException {
    Path file = folder.resolve("jenkins.json");
    for (GateResult result : results()) {
      Files.writeString(file, OutputFormat.JENKINS.render(result));
      var issues = new JsonParser().parse(new FileReaderFactory(file));
      assertEquals(result.violations().size(), issues.size());
      assertEquals(result.errors(), issues.getSizeOf(Severity.ERROR));
    }
    Files.writeString(file, OutputFormat.JENKINS.render(results().get(0)));
    var issue = new JsonParser().parse(new FileReaderFactory(file)).get(0);
    assertEquals("src/main/java/io/acme/ContactService.java", issue.getFileName());
    assertEquals(42, issue.getLineStart());
    assertEquals("n+1-select", issue.getType());
    assertEquals("io.acme", issue.getPackageName());
    assertEquals("Fetch them with one IN query.", issue.getDescription());
  }

  @Test
  void writesAllFieldsOfAViolationToJson() throws IOException {
    JsonNode root = JSON.readTree(OutputFormat.JSON.render(results().get(0)));
    assertFalse(root.get("passed").asBoolean());
    String elsewhere = BUDGET.replace("queries: 3", "queries: 3, n-plus-one: off");
    GateResult limits = checkout.evaluate(SampleReports.withLoop(20), elsewhere);
    JsonNode queries = JSON.readTree(OutputFormat.JSON.render(limits)).at("/breaches/0");
    assertEquals("queries", queries.get("rule").asText());
    assertEquals(20, queries.get("measured").asInt());
    assertEquals(3, queries.get("allowed").asInt());
    assertEquals(SampleReports.SQL, queries.get("statement").asText());
    assertEquals("ContactService.java:42", queries.get("callSite").asText());
    assertEquals("src/main/java/io/acme/ContactService.java", queries.get("path").asText());
    assertEquals("Fetch them with one IN query.", queries.get("advice").asText());
  }

  /** An ordinary result, one with hostile texts, one that passed, and one of an empty run. */
  private List<GateResult> results() throws IOException {
    Report empty = SampleReports.healthy();
    empty.totals.requests = 0;
    return List.of(
        checkout.evaluate(SampleReports.withLoop(20), BUDGET),
        checkout.evaluate(CheckoutFixture.hostile(25), BUDGET),
        checkout.evaluate(SampleReports.healthy(), ""),
        checkout.evaluate(empty, ""));
  }

  private String fingerprints(Report report) throws IOException {
    JsonNode run = JSON.readTree(OutputFormat.SARIF.render(checkout.evaluate(report, "")));
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
