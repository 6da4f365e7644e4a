package io.rowcall.cli.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cli.Reports;
import io.rowcall.cli.Run;
import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.ReportJson;
import io.rowcall.format.SingleLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever texts a report holds, none is a line of its own, or a command, in what people read. */
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

  /** As the runners of GitHub, TeamCity and Azure find a command in a line. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^[\\s\\p{Z}]*::[a-z-]+|##[A-Za-z]*\\[");

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Checkout.in(folder);
  }

  @Test
  void findNoWayIntoTheGatesText() throws IOException {
    var random = new Random(13);
    long lines = checkout.judge(hostile(() -> "x"), "").render("text").lines().count();
    for (int round = 0; round < 300; round++) {
      String text = checkout.judge(hostile(() -> text(random)), "").render("text");
      assertPlain(text);
      assertEquals(lines, text.lines().count(), text);
    }
  }

  @Test
  void findNoWayIntoGithubsOutputs() throws IOException {
    var random = new Random(14);
    for (int round = 0; round < 300; round++) {
      GateResult verdict = checkout.judge(hostile(() -> text(random)), "");
      String commands = verdict.render("github");
      assertSeen(commands);
      commands.lines().forEach(line -> assertTrue(line.startsWith("::error "), commands));
      assertEquals(verdict.errors(), commands.lines().count(), commands);
      assertFalse(commands.contains("%0A") && !commands.contains("%250A"), commands);
      assertSeen(verdict.render("github-summary"));
    }
  }

  @Test
  void findNoWayIntoShowAndMerge() throws IOException {
    var random = new Random(15);
    for (int round = 0; round < 50; round++) {
      Path file = folder.resolve("hostile.json");
      var json = new ByteArrayOutputStream();
      ReportJson.write(hostile(() -> text(random).replace("\ud800", "")), json);
      Files.write(file, json.toByteArray());
      assertPlain(Run.rowcall("show", file).out());
      assertPlain(Run.rowcall("merge", "--out", folder.resolve("m.json").toString(), file).out());
    }
  }

  private static void assertPlain(String text) {
    assertSeen(text);
    assertFalse(COMMAND.matcher(text).find(), text);
  }

  private static void assertSeen(String text) {
    text.replace("\n", "")
        .codePoints()
        .forEach(
            c -> assertTrue(SingleLine.isSeen(c), () -> Integer.toHexString(c) + " in " + text));
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  /** A run with every text that a report may have from somebody else. */
  private static Report hostile(java.util.function.Supplier<String> text) {
    Report report = Reports.withLoop(20);
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
