package io.rowcall.gate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.gate.CheckoutFixture;
import io.rowcall.gate.Gate;
import io.rowcall.gate.GateOptions;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.SampleReports;
import io.rowcall.input.InvalidInputException;
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
    report = SampleReports.write(SampleReports.withLoop(20), folder.resolve("rowcall-a.json"));
  }

  @Test
  void appendsToTheStepSummary() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
    GateResult result =
        Gate.evaluate(
            GateOptions.of(null, List.of(report.toString())).withSourceRoots(List.of(folder)));
    var out = new StringWriter();
    for (OutputTarget target : OutputTarget.parse(List.of("github-summary"), summary.toString())) {
      target.write(result, new PrintWriter(out));
    }
    assertTrue(Files.readString(summary).startsWith("before\n## Rowcall: failed"));
    assertTrue(out.toString().startsWith("FAIL"), out::toString);
    assertEquals(
        List.of(new OutputTarget(OutputFormat.GITHUB_SUMMARY, null, false)),
        OutputTarget.parse(List.of("github-summary"), null));
  }

  @Test
  void keepsTheStepSummaryBelowOneMebibyte() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.md"), "x".repeat(800_000));
    GateResult result = CheckoutFixture.create(folder).evaluate(CheckoutFixture.hostile(3_000), "");
    new OutputTarget(OutputFormat.GITHUB_SUMMARY, summary, true)
        .write(result, new PrintWriter(new StringWriter()));
    assertTrue(Files.size(summary) > 1_000_000 && Files.size(summary) < 1 << 20);
    assertTrue(Files.readString(summary).matches("(?s).*Showing \\d+ of 3000\\..*"));
  }

  @Test
  void rejectsUnknownNamesAndDuplicateFiles() {
    assertRejected("did you mean sarif?", List.of("serif=x"));
    assertRejected("found the same file twice", List.of("sarif=x", "json=./x"));
    assertRejected("expected a file or -", List.of("sarif="));
  }

  private static void assertRejected(String message, List<String> options) {
    var rejected =
        assertThrows(InvalidInputException.class, () -> OutputTarget.parse(options, null));
    assertTrue(String.valueOf(rejected.getMessage()).contains(message), rejected::getMessage);
  }
}
