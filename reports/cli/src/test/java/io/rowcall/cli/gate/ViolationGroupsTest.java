package io.rowcall.cli.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.cli.Reports;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cause is one error, with its endpoints. */
final class ViolationGroupsTest {
  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Checkout.in(folder);
  }

  @Test
  void isOneErrorForAStatementOfSevenEndpoints() throws IOException {
    Report report = at(7);
    GateResult verdict = checkout.judge(report, "");
    assertEquals(1, verdict.errors(), () -> verdict.render("text"));
    String text = verdict.render("text");
    assertTrue(text.contains("FAIL  GET /0 and 6 more endpoints  [n+1-select 00000000000000f0]"));
    assertTrue(text.contains(" Also at GET /1 ×19, GET /2 ×19, "), text);
    assertEquals(1, verdict.render("github").lines().count());
    var breach = new ObjectMapper().readTree(verdict.render("json")).at("/breaches/0");
    assertEquals("GET /1", breach.at("/also/0/endpoint").asText());
    assertEquals("00000000000000f1", breach.at("/also/0/finding").asText());
    Collections.reverse(report.findings);
    assertEquals(text, checkout.judge(report, "").render("text"));
  }

  @Test
  void isTheSameProblemForMachinesWhicheverEndpointsShowIt() throws IOException {
    String seven = checkout.judge(at(7), "").breaches().get(0).fingerprint();
    Report later = at(7);
    later.findings.remove(0);
    assertEquals(seven, checkout.judge(later, "").breaches().get(0).fingerprint());
  }

  @Test
  void isTwoForTwoMethodsAndForTwoStatements() throws IOException {
    Report report = at(4);
    Objects.requireNonNull(report.findings.get(1).callSite).method = "other";
    Objects.requireNonNull(report.findings.get(2).statement).shapeId = "00000000000000bb";
    assertEquals(3, checkout.judge(report, "").errors());
  }

  @Test
  void isOneWhenTheStatementsSelectOtherColumns() throws IOException {
    Report report = at(3);
    for (int i = 0; i < 3; i++) {
      var statement = Objects.requireNonNull(report.findings.get(i).statement);
      statement.shapeId = "00000000000000bb";
      statement.id = "00000000000000c" + i;
    }
    assertEquals(1, checkout.judge(report, "").errors());
  }

  @Test
  void takesAnEndpointWithoutALineForOneOfTheOnlyLineThatIsKnown() throws IOException {
    Report report = at(3);
    report.findings.get(1).callSite = null;
    GateResult verdict = checkout.judge(report, "");
    assertEquals(1, verdict.errors(), () -> verdict.render("text"));
    Objects.requireNonNull(report.findings.get(2).callSite).method = "other";
    assertEquals(3, checkout.judge(report, "").errors());
  }

  @Test
  void saysWhereItIsButAWarning() throws IOException {
    Report report = at(2);
    report.findings.get(1).verdict = "suspect";
    GateResult verdict = checkout.judge(report, "");
    assertEquals(1, verdict.breaches().size());
    assertTrue(verdict.render("text").contains("Also at GET /1 ×19 (a warning there)."));
    assertTrue(verdict.render("junit").contains("classname=\"GET /1\""), verdict.render("junit"));
  }

  @Test
  void namesTheLimitThatTheLoopBreaksWithTheLoop() throws IOException {
    Report report = Reports.withLoop(20);
    GateResult one = checkout.judge(report, "endpoints: {GET /api/my-500: {queries: 3}}");
    assertEquals(1, one.errors());
    assertTrue(
        one.render("text").contains(" So 20 queries in a request, 3 allowed ("),
        () -> one.render("text"));
    GateResult two = checkout.judge(report, "endpoints: {GET /api/my-500: {queries: 1}}");
    assertEquals(2, two.errors(), () -> two.render("text"));
    String borne = "debt: [{finding: 00000000000000f1, reason: old, until: 2999-01-01}]\n";
    GateResult limit = checkout.judge(report, borne + "endpoints: {GET /api/my-500: {queries: 3}}");
    assertEquals("queries", limit.breaches().get(0).rule());
  }

  @Test
  void leavesFindingsWithoutStatementAndLineApart() throws IOException {
    Report report = at(3);
    for (Finding finding : report.findings) {
      finding.type = "connection-leak";
      finding.statement = null;
      finding.callSite = null;
    }
    assertEquals(3, checkout.judge(report, "").errors());
  }

  @Test
  void keepsTwoServicesOfOneCommitApart() throws IOException {
    Report report = Reports.withLoop(20);
    report.run.service = "shop-1.4.2-SNAPSHOT";
    GateResult shop = checkout.judge(report, "");
    assertTrue(shop.render("sarif").contains("\"id\" : \"rowcall/shop/\""), shop::toString);
    assertTrue(shop.render("junit").contains("name=\"rowcall gate: shop\""));
    assertTrue(shop.ofCategory("team a").render("sarif").contains("\"rowcall/team-a/\""));
    for (String unstable : new String[] {"", "surefirebooter-20260101120000000_3", "a, b"}) {
      report.run.service = unstable;
      String sarif = checkout.judge(report, "").render("sarif");
      assertTrue(sarif.contains("\"id\" : \"rowcall/\""), sarif);
    }
    report.run.service = "surefirebooter-20260101120000000_3, Kiosk";
    assertFalse(checkout.judge(report, "").category().isEmpty());
  }

  /** The same loop at as many endpoints. */
  private static Report at(int endpoints) {
    Report report = Reports.healthy();
    for (int i = 0; i < endpoints; i++) {
      Finding finding = Reports.withLoop(20).findings.get(0);
      finding.id = "00000000000000f" + i;
      finding.endpoint = "GET /" + i;
      report.findings.add(finding);
      var endpoint = Reports.healthy().endpoints.get(0);
      endpoint.name = "GET /" + i;
      report.endpoints.add(endpoint);
    }
    return report;
  }
}
