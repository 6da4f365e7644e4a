package io.rowcall.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.gate.output.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cause is one error with all its endpoints. */
final class ViolationGroupsTest {
  @TempDir private Path folder;
  private CheckoutFixture checkout;

  @BeforeEach
  void createCheckout() throws IOException {
    checkout = CheckoutFixture.create(folder);
  }

  @Test
  void mergesAStatementOfSevenEndpoints() throws IOException {
    Report report = inEndpoints(7);
    GateResult result = checkout.evaluate(report, "");
    assertEquals(1, result.errors(), () -> OutputFormat.TEXT.render(result));
    String text = OutputFormat.TEXT.render(result);
    assertTrue(text.contains("FAIL  GET /0 and 6 more endpoints  [n+1-select 00000000000000f0]"));
    assertTrue(text.contains(" Also at GET /1 ×19, GET /2 ×19, "), text);
    assertEquals(1, OutputFormat.GITHUB.render(result).lines().count());
    var violation = new ObjectMapper().readTree(OutputFormat.JSON.render(result)).at("/breaches/0");
    assertEquals("GET /1", violation.at("/also/0/endpoint").asText());
    assertEquals("00000000000000f1", violation.at("/also/0/finding").asText());
    Collections.reverse(report.findings);
    assertEquals(text, OutputFormat.TEXT.render(checkout.evaluate(report, "")));
  }

  @Test
  void keepsTheFingerprintWhenEndpointsDisappear() throws IOException {
    String seven = checkout.evaluate(inEndpoints(7), "").violations().get(0).fingerprint();
    Report later = inEndpoints(7);
    later.findings.remove(0);
    assertEquals(seven, checkout.evaluate(later, "").violations().get(0).fingerprint());
  }

  @Test
  void separatesMethodsAndStatements() throws IOException {
    Report report = inEndpoints(4);
    Objects.requireNonNull(report.findings.get(1).callSite).method = "other";
    Objects.requireNonNull(report.findings.get(2).statement).shapeId = "00000000000000bb";
    assertEquals(3, checkout.evaluate(report, "").errors());
  }

  @Test
  void mergesStatementsThatDifferInTheirColumns() throws IOException {
    Report report = inEndpoints(3);
    for (int i = 0; i < 3; i++) {
      var statement = Objects.requireNonNull(report.findings.get(i).statement);
      statement.shapeId = "00000000000000bb";
      statement.id = "00000000000000c" + i;
    }
    assertEquals(1, checkout.evaluate(report, "").errors());
  }

  @Test
  void joinsAnEndpointWithoutCallSiteIfThereIsOneGroup() throws IOException {
    Report report = inEndpoints(3);
    report.findings.get(1).callSite = null;
    GateResult result = checkout.evaluate(report, "");
    assertEquals(1, result.errors(), () -> OutputFormat.TEXT.render(result));
    Objects.requireNonNull(report.findings.get(2).callSite).method = "other";
    assertEquals(3, checkout.evaluate(report, "").errors());
  }

  @Test
  void marksEndpointsWithAWarningOnly() throws IOException {
    Report report = inEndpoints(2);
    report.findings.get(1).verdict = "suspect";
    GateResult result = checkout.evaluate(report, "");
    assertEquals(1, result.violations().size());
    assertTrue(OutputFormat.TEXT.render(result).contains("Also at GET /1 ×19 (a warning there)."));
    assertTrue(
        OutputFormat.JUNIT.render(result).contains("classname=\"GET /1\""),
        OutputFormat.JUNIT.render(result));
  }

  @Test
  void foldsTheLimitThatRepeatsExceed() throws IOException {
    Report report = SampleReports.withLoop(20);
    GateResult merged = checkout.evaluate(report, "endpoints: {GET /api/my-500: {queries: 3}}");
    assertEquals(1, merged.errors());
    assertTrue(
        OutputFormat.TEXT
            .render(merged)
            .contains(" Therefore 20 queries in one request, 3 allowed ("),
        () -> OutputFormat.TEXT.render(merged));
    GateResult split = checkout.evaluate(report, "endpoints: {GET /api/my-500: {queries: 1}}");
    assertEquals(2, split.errors(), () -> OutputFormat.TEXT.render(split));
    String suppression = "debt: [{finding: 00000000000000f1, reason: old, until: 2999-01-01}]\n";
    GateResult limit =
        checkout.evaluate(report, suppression + "endpoints: {GET /api/my-500: {queries: 3}}");
    assertEquals("queries", limit.violations().get(0).rule());
  }

  @Test
  void separatesFindingsWithoutStatementAndCallSite() throws IOException {
    Report report = inEndpoints(3);
    for (Finding finding : report.findings) {
      finding.type = "connection-leak";
      finding.statement = null;
      finding.callSite = null;
    }
    assertEquals(3, checkout.evaluate(report, "").errors());
  }

  @Test
  void separatesServicesByCategory() throws IOException {
    Report report = SampleReports.withLoop(20);
    report.run.service = "shop-1.4.2-SNAPSHOT";
    GateResult shop = checkout.evaluate(report, "");
    assertTrue(
        OutputFormat.SARIF.render(shop).contains("\"id\" : \"rowcall/shop/\""), shop::toString);
    assertTrue(OutputFormat.JUNIT.render(shop).contains("name=\"rowcall gate: shop\""));
    assertTrue(
        OutputFormat.SARIF.render(shop.withCategory("team a")).contains("\"rowcall/team-a/\""));
    for (String unstable : new String[] {"", "surefirebooter-20260101120000000_3", "a, b"}) {
      report.run.service = unstable;
      String sarif = OutputFormat.SARIF.render(checkout.evaluate(report, ""));
      assertTrue(sarif.contains("\"id\" : \"rowcall/\""), sarif);
    }
    report.run.service = "surefirebooter-20260101120000000_3, Kiosk";
    assertFalse(checkout.evaluate(report, "").category().isEmpty());
  }

  /** The same N+1 in several endpoints. */
  private static Report inEndpoints(int endpoints) {
    Report report = SampleReports.healthy();
    for (int i = 0; i < endpoints; i++) {
      Finding finding = SampleReports.withLoop(20).findings.get(0);
      finding.id = "00000000000000f" + i;
      finding.endpoint = "GET /" + i;
      report.findings.add(finding);
      var endpoint = SampleReports.healthy().endpoints.get(0);
      endpoint.name = "GET /" + i;
      report.endpoints.add(endpoint);
    }
    return report;
  }
}
