package io.rowcall.cli.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cli.Reports;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs that are lines of text: GitHub's commands and Markdown, TeamCity's messages. */
final class OutputTextsTest {
  private static final String BUDGET = "endpoints: {GET /api/my-500: {queries: 3}, GET /gone: {}}";

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Checkout.in(folder);
  }

  @Test
  void annotatesTheLineForGithub() throws IOException {
    String text = checkout.judge(Reports.withLoop(20), BUDGET).render("github");
    assertEquals(
        "::error file=src/main/java/io/acme/ContactService.java,line=42,"
            + "title=rowcall n+1-select%3A GET /api/my-500::N+1: SELECT activity ×19 at"
            + " ContactService.java:42. Measured 19 in a request, none allowed (by default)."
            + " So 20 queries in a request, 3 allowed (budget.yml:2).",
        text.lines()
            .findFirst()
            .orElseThrow()
            .replaceFirst(" SELECT \\* .*", "")
            .replaceFirst("\\([^ ]*budget.yml", "(budget.yml"));
    assertTrue(
        text.contains("::warning file=budget.yml,line=2,title=rowcall unused%3A GET /gone::"));
  }

  @Test
  void annotatesTheWorstTenOfAKindForGithub() throws IOException {
    String text = checkout.judge(Checkout.hostile(25), "").render("github");
    List<String> lines = text.lines().toList();
    assertEquals(11, lines.size(), text);
    assertTrue(lines.get(0).contains("Measured 43 in a request, none allowed"), text);
    assertTrue(lines.get(9).contains("Measured 34 in a request, none allowed"), text);
    assertEquals(
        "::notice title=rowcall::15 more errors than GitHub shows as annotations; the log has them"
            + " all.",
        lines.get(10));
  }

  @Test
  void escapesWhatGithubWouldTakeForItsOwn() throws IOException {
    String line = checkout.judge(Checkout.hostile(1), "").render("github").lines().toList().get(0);
    String title = line.substring(line.indexOf("title="), line.indexOf("::", 10));
    assertEquals("title=rowcall n+1-select%3A GET /50%25%2Ca%3Ab|c'd]<e>&\"f\"/{id}", title);
    assertTrue(line.contains("100%25 [y], a::b   "), line);
  }

  @Test
  void letsNoTextPassForALineOfTheLog() throws IOException {
    Report report = Checkout.hostile(1);
    report.findings.get(0).sentence = "N+1:\n::error::mine\r\n  ::set-output \u001b[31m red.";
    report.findings.get(0).endpoint = "GET /\n::error::mine";
    String text = checkout.judge(report, "").render("text");
    assertEquals(3, text.lines().count(), text);
    assertTrue(text.lines().noneMatch(line -> line.strip().startsWith("::")), text);
    assertFalse(text.contains("\u001b"), text);
  }

  @Test
  void tellsTeamcityOfInspectionsAndProblems() throws IOException {
    List<ServiceMessage> messages = teamcity(checkout.judge(Reports.withLoop(20), BUDGET));
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
  void escapesWhatTeamcityWouldTakeForItsOwn() throws IOException {
    GateResult verdict = checkout.judge(Checkout.hostile(3), "");
    List<ServiceMessage> messages = teamcity(verdict);
    Violation first = verdict.breaches().get(0);
    assertEquals(first.about() + ": " + first.text(), messages.get(1).attributes().get("message"));
    assertTrue(first.text().contains("😀"), first::text);
  }

  @Test
  void writesASummaryThatGithubTakes() throws IOException {
    String small = checkout.judge(Reports.withLoop(20), BUDGET).render("github-summary");
    assertTrue(small.startsWith("## Rowcall: failed\n"), small);
    assertTrue(small.contains("| ❌ | GET /api/my-500 | n+1-select |"), small);
    assertTrue(small.contains("ContactService.java:42 |"), small);
    String large = checkout.judge(Checkout.hostile(6_000), "").render("github-summary");
    assertTrue(large.getBytes(StandardCharsets.UTF_8).length < 1 << 20);
    assertTrue(large.matches("(?s).*Showing \\d+ of 6000\\..*"));
  }

  @Test
  void keepsMarkdownInItsCells() throws IOException {
    String text = checkout.judge(Checkout.hostile(1), "").render("github-summary");
    String row = text.lines().filter(line -> line.startsWith("| ❌")).findFirst().orElseThrow();
    assertEquals(5, row.replace("\\|", "").chars().filter(c -> c == '|').count(), row);
    assertFalse(row.contains("<br> @all") || row.contains("<e>"), row);
  }

  private static List<ServiceMessage> teamcity(GateResult verdict) {
    return verdict.render("teamcity").lines().map(ServiceMessage::parse).toList();
  }
}
