package io.rowcall.cli.gate;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cli.InvalidInputException;
import io.rowcall.cli.Reports;
import io.rowcall.cli.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputTargetTest {
  @TempDir private Path folder;
  private Path report;

  @BeforeEach
  void writeReport() throws IOException {
    report = Reports.write(Reports.withLoop(20), folder.resolve("rowcall-a.json"));
  }

  @Test
  void writesSeveralAtOnceAndTheTextToTheLog() throws IOException {
    Path sarif = folder.resolve("build/deep/rowcall.sarif");
    Path junit = folder.resolve("rowcall.xml");
    Run run =
        rowcall(
            "gate",
            "--source-root",
            folder,
            "--output",
            "sarif=" + sarif,
            "--output",
            "junit=" + junit,
            report);
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().startsWith("FAIL  GET /api/my-500"), run::all);
    assertTrue(Files.readString(sarif).contains("\"version\" : \"2.1.0\""));
    assertTrue(Files.readString(junit).contains("<testsuite"));
  }

  @Test
  void printsOnlyWhatIsAskedForOnStdout() {
    for (String word : List.of("github", "github=-")) {
      Run run = rowcall("gate", "--source-root", folder, "--output", word, report);
      assertTrue(run.out().startsWith("::error title="), run::all);
      assertFalse(run.out().contains("failed:"), run::all);
    }
  }

  @Test
  void addsToTheSummaryOfTheStep() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
    var verdict =
        Gate.judge(GateOptions.of(null, List.of(report.toString())).withSources(List.of(folder)));
    var out = new StringWriter();
    for (OutputTarget target : OutputTarget.of(List.of("github-summary"), summary.toString())) {
      target.write(verdict, new PrintWriter(out));
    }
    assertTrue(Files.readString(summary).startsWith("before\n## Rowcall: failed"));
    assertTrue(out.toString().startsWith("FAIL"), out::toString);
    assertEquals(
        List.of(new OutputTarget(OutputFormat.GITHUB_SUMMARY, null, false)),
        OutputTarget.of(List.of("github-summary"), null));
  }

  @Test
  void leavesTheSummaryOfTheStepBelowOneMebibyte() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.md"), "x".repeat(800_000));
    GateResult verdict = Checkout.in(folder).judge(Checkout.hostile(3_000), "");
    new OutputTarget(OutputFormat.GITHUB_SUMMARY, summary, true)
        .write(verdict, new PrintWriter(new StringWriter()));
    assertTrue(Files.size(summary) > 1_000_000 && Files.size(summary) < 1 << 20);
    assertTrue(Files.readString(summary).matches("(?s).*Showing \\d+ of 3000\\..*"));
  }

  @Test
  void refusesAnUnknownNameAndTheSameFileTwice() {
    Run unknown = rowcall("gate", "--output", "serif=x", report);
    assertEquals(2, unknown.exitCode(), unknown::all);
    assertTrue(unknown.err().contains("the nearest is sarif"), unknown::all);
    Run twice = rowcall("gate", "--output", "sarif=x", "--output", "json=./x", report);
    assertEquals(2, twice.exitCode(), twice::all);
    assertThrows(InvalidInputException.class, () -> OutputTarget.of(List.of("sarif="), null));
    Run unwritable =
        rowcall("gate", "--output", "sarif=" + folder, "--source-root", folder, report);
    assertEquals(2, unwritable.exitCode(), unwritable::all);
    assertTrue(unwritable.err().contains("cannot write"), unwritable::all);
  }

  @Test
  void namesEveryFormatInItsHelp() {
    String help = rowcall("gate", "--help").out().replaceAll("\\s+", " ");
    OutputFormat.names()
        .forEach(name -> assertTrue(help.contains(name), name + " is not in " + help));
    assertTrue(help.contains("1 the run does not keep it"), help);
  }
}
