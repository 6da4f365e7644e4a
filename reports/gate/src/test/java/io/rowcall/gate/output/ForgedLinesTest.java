package io.rowcall.gate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.SingleLine;
import io.rowcall.gate.CheckoutFixture;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.SampleReports;
import io.rowcall.show.ReportFilter;
import io.rowcall.show.ReportText;
import io.rowcall.text.TextStyle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text from a report never becomes a line of its own, or a command, in output for people. */
final class ForgedLinesTest {
  private static final String[] PARTS = {
    "\n",
    "\r\n",
    "\u0085",
    "\u2028",
    "\u001b[31m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ud800",
    " ",
    "\u00a0",
    "::error::mine",
    "::add-mask::a",
    "##[error]mine",
    "##teamcity[buildProblem]",
    "##vso[a]",
    "%0A",
    "FAIL  x",
    "passed: 0 errors",
    "@|red x|@",
    "SELECT 1"
  };

  /** Commands as the runners of GitHub, TeamCity and Azure recognize them. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^[\\s\\p{Z}]*::[a-z-]+|##[A-Za-z]*\\[");

  @TempDir private Path folder;
  private CheckoutFixture checkout;

  @BeforeEach
  void createCheckout() throws IOException {
    checkout = CheckoutFixture.create(folder);
  }

  @Test
  void cannotForgeGateText() throws IOException {
    var random = new Random(13);
    long lines =
        OutputFormat.TEXT.render(checkout.evaluate(hostile(() -> "x"), "")).lines().count();
    for (int round = 0; round < 300; round++) {
      String text = OutputFormat.TEXT.render(checkout.evaluate(hostile(() -> text(random)), ""));
      assertPlain(text);
      assertEquals(lines, text.lines().count(), text);
    }
  }

  @Test
  void cannotForgeGithubOutputs() throws IOException {
    var random = new Random(14);
    for (int round = 0; round < 300; round++) {
      GateResult result = checkout.evaluate(hostile(() -> text(random)), "");
      String commands = OutputFormat.GITHUB.render(result);
      assertVisible(commands);
      commands.lines().forEach(line -> assertTrue(line.startsWith("::error "), commands));
      assertEquals(result.errors(), commands.lines().count(), commands);
      assertFalse(commands.contains("%0A") && !commands.contains("%250A"), commands);
      assertVisible(OutputFormat.GITHUB_SUMMARY.render(result));
    }
  }

  @Test
  void cannotForgeReportText() throws IOException {
    var random = new Random(15);
    for (int round = 0; round < 50; round++) {
      Report report = hostile(() -> text(random));
      var text = new StringWriter();
      var options = new ReportText.Options(20, 120, true);
      ReportText.print(
          report, ReportFilter.all(report), options, new PrintWriter(text), TextStyle.PLAIN);
      assertPlain(text.toString());
    }
  }

  private static void assertPlain(String text) {
    assertVisible(text);
    assertFalse(COMMAND.matcher(text).find(), text);
  }

  private static void assertVisible(String text) {
    text.replace("\n", "")
        .codePoints()
        .forEach(
            c -> assertTrue(SingleLine.isVisible(c), () -> Integer.toHexString(c) + " in " + text));
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  /** A run with untrusted text in every field. */
  private static Report hostile(Supplier<String> text) {
    Report report = SampleReports.withLoop(20);
    report.run.service = text.get();
    report.run.start = text.get();
    Finding finding = report.findings.get(0);
    finding.id = text.get();
    finding.sentence = text.get();
    finding.advice = text.get();
    finding.endpoint = text.get();
    report.endpoints.get(0).name = finding.endpoint;
    CallSite site = finding.callSite;
    if (site != null) {
      site.file = text.get();
      site.method = text.get();
    }
    if (finding.statement != null) {
      finding.statement.sql = text.get();
    }
    report.statements.forEach(statement -> statement.sql = text.get());
    return report;
  }
}
