package io.rowcall.gate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Report;
import io.rowcall.gate.CheckoutFixture;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.SampleReports;
import io.rowcall.gate.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line-oriented outputs: GitHub's commands and Markdown, TeamCity's messages. */
final class OutputTextsTest {
  private static final String BUDGET = "endpoints: {GET /api/my-500: {queries: 3}, GET /gone: {}}";

  @TempDir private Path folder;
  private CheckoutFixture checkout;

  @BeforeEach
  void createCheckout() throws IOException {
    checkout = CheckoutFixture.create(folder);
  }

  @Test
  void annotatesCallSitesForGithub() throws IOException {
    String text = OutputFormat.GITHUB.render(checkout.evaluate(SampleReports.withLoop(20), BUDGET));
    assertEquals(
        "::error file=src/main/java/io/acme/ContactService.java,line=42,"
            + "title=rowcall n+1-select%3A GET /api/my-500::N+1: SELECT activity ×19 at"
            + " ContactService.java:42. Measured 19 in one request, none allowed (by default)."
            + " Therefore 20 queries in one request, 3 allowed (budget.yml:2).",
        text.lines()
            .findFirst()
            .orElseThrow()
            .replaceFirst(" SELECT \\* .*", "")
            .replaceFirst("\\([^ ]*budget.yml", "(budget.yml"));
    assertTrue(
        text.contains("::warning file=budget.yml,line=2,title=rowcall unused%3A GET /gone::"));
  }

  @Test
  void annotatesTheWorstTenOfEachKindForGithub() throws IOException {
    String text = OutputFormat.GITHUB.render(checkout.evaluate(CheckoutFixture.hostile(25), ""));
    List<String> lines = text.lines().toList();
    assertEquals(11, lines.size(), text);
    assertTrue(lines.get(0).contains("Measured 43 in one request, none allowed"), text);
    assertTrue(lines.get(9).contains("Measured 34 in one request, none allowed"), text);
    assertEquals(
        "::notice title=rowcall::15 more errors than GitHub annotates; see the log for" + " all.",
        lines.get(10));
  }

  @Test
  void escapesGithubCommands() throws IOException {
    String line =
        OutputFormat.GITHUB
            .render(checkout.evaluate(CheckoutFixture.hostile(1), ""))
            .lines()
            .toList()
            .get(0);
    String title = line.substring(line.indexOf("title="), line.indexOf("::", 10));
    assertEquals("title=rowcall n+1-select%3A GET /50%25%2Ca%3Ab|c'd]<e>&\"f\"/{id}", title);
    assertTrue(line.contains("100%25 [y], a::b   "), line);
  }

  @Test
  void keepsEachViolationOnItsLines() throws IOException {
    Report report = CheckoutFixture.hostile(1);
    report.findings.get(0).sentence = "N+1:\n::error::mine\r\n  ::set-output \u001b[31m red.";
    report.findings.get(0).endpoint = "GET /\n::error::mine";
    String text = OutputFormat.TEXT.render(checkout.evaluate(report, ""));
    assertEquals(3, text.lines().count(), text);
    assertTrue(text.lines().noneMatch(line -> line.strip().startsWith("::")), text);
    assertFalse(text.contains("\u001b"), text);
  }

  @Test
  void reportsInspectionsAndBuildProblemsToTeamcity() throws IOException {
    List<ServiceMessage> messages = teamcity(checkout.evaluate(SampleReports.withLoop(20), BUDGET));
    assertEquals(
        List.of("inspectionType", "inspectionType", "inspection", "buildProblem", "inspection"),
        messages.stream().map(ServiceMessage::name).toList());
    var inspection = messages.get(2).attributes();
    assertEquals("rowcall.n+1-select", inspection.get("typeId"));
    assertEquals("src/main/java/io/acme/ContactService.java", inspection.get("file"));
    assertEquals("42", inspection.get("line"));
    assertEquals("ERROR", inspection.get("SEVERITY"));
    assertEquals("WARNING", messages.get(4).attributes().get("SEVERITY"));
    for (ServiceMessage message : messages) {
      assertTrue(message.attributes().getOrDefault("identity", "").length() <= 60);
      assertTrue(message.attributes().getOrDefault("description", "").length() <= 4000);
    }
  }

  @Test
  void escapesTeamcityMessages() throws IOException {
    GateResult result = checkout.evaluate(CheckoutFixture.hostile(3), "");
    List<ServiceMessage> messages = teamcity(result);
    Violation first = result.violations().get(0);
    assertEquals(
        first.subject() + ": " + first.message(), messages.get(1).attributes().get("message"));
    assertTrue(first.message().contains("😀"), first::message);
  }

  @Test
  void keepsTheGithubSummaryWithinItsSizeLimit() throws IOException {
    String small =
        OutputFormat.GITHUB_SUMMARY.render(checkout.evaluate(SampleReports.withLoop(20), BUDGET));
    assertTrue(small.startsWith("## Rowcall: failed\n"), small);
    assertTrue(small.contains("| ❌ | GET /api/my-500 | n+1-select |"), small);
    assertTrue(small.contains("ContactService.java:42 |"), small);
    String large =
        OutputFormat.GITHUB_SUMMARY.render(checkout.evaluate(CheckoutFixture.hostile(6_000), ""));
    assertTrue(large.getBytes(StandardCharsets.UTF_8).length < 1 << 20);
    assertTrue(large.matches("(?s).*Showing \\d+ of 6000\\..*"));
  }

  @Test
  void escapesMarkdownInCells() throws IOException {
    String text =
        OutputFormat.GITHUB_SUMMARY.render(checkout.evaluate(CheckoutFixture.hostile(1), ""));
    String row = text.lines().filter(line -> line.startsWith("| ❌")).findFirst().orElseThrow();
    assertEquals(5, row.replace("\\|", "").chars().filter(c -> c == '|').count(), row);
    assertFalse(row.contains("<br> @all") || row.contains("<e>"), row);
  }

  private static List<ServiceMessage> teamcity(GateResult result) {
    return OutputFormat.TEAMCITY.render(result).lines().map(ServiceMessage::parse).toList();
  }
}
