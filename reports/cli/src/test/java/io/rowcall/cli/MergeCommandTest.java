package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.gate.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MergeCommandTest {
  @TempDir private Path folder;
  private Path reports;

  @BeforeEach
  void writeReports() throws IOException {
    reports = Files.createDirectory(folder.resolve("reports"));
    SampleReports.write(SampleReports.healthy(), reports.resolve("rowcall-a.json"));
    SampleReports.write(SampleReports.withLoop(20), reports.resolve("rowcall-b.json"));
  }

  @Test
  void mergesReportsIntoOneFile() {
    Path out = folder.resolve("new/all.json");
    Run run = rowcall("merge", "--out", out, reports);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(
        run.out().contains("all.json: 2 requests to 1 endpoint, 1 finding of sample"), run::all);
    assertTrue(rowcall("show", out).out().contains("2 requests"), run::all);
  }

  @Test
  void printsTheSameToStdout() throws IOException {
    Path out = folder.resolve("all.json");
    rowcall("merge", "--out", out, reports);
    assertEquals(Files.readString(out).strip(), rowcall("merge", reports).out().strip());
  }

  @Test
  void printsASummaryAsJson() {
    Run run = rowcall("merge", "--json", "--out", folder.resolve("all.json"), reports);
    assertTrue(run.out().contains("\"requests\" : 2"), run::all);
  }

  @Test
  void replacesAFileAtomically() throws IOException {
    Path out = Files.writeString(folder.resolve("all.json"), "old");
    Files.writeString(reports.resolve("rowcall-c.json"), "{");
    assertEquals(2, rowcall("merge", "--out", out, reports).exitCode());
    assertEquals("old", Files.readString(out));
    Files.delete(reports.resolve("rowcall-c.json"));
    assertEquals(0, rowcall("merge", "--out", out, reports).exitCode());
    assertFalse(Files.readString(out).startsWith("old"));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void rejectsAnOutputFileInTheInputFolder() {
    Run run = rowcall("merge", "--out", reports.resolve("all.json"), reports);
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("would count its requests twice"), run::all);
  }

  @Test
  void rejectsAFolderAsOutput() {
    Run run = rowcall("merge", "--out", folder, reports);
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("expected a file, found a folder"), run::all);
  }
}
