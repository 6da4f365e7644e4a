package io.rowcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Report;
import io.rowcall.gate.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands mention reports of unfinished JVMs. */
final class UnfinishedRunTest {
  @TempDir private Path folder;

  @Test
  void gateWarnsOfAKilledJvm() throws IOException {
    write("rowcall-a.json", 1);
    write("rowcall-b.json", 0);
    Run gate = Run.rowcall("gate", folder);
    assertEquals(0, gate.exitCode(), gate::all);
    assertTrue(gate.out().contains("[unfinished]"), gate::all);
    assertTrue(gate.out().contains("1 JVM has not written a final report"), gate::all);
  }

  @Test
  void gateIgnoresAKilledJvmIfTheBudgetAcceptsIncompleteRuns() throws IOException {
    write("rowcall-a.json", 1);
    Path budget =
        Files.writeString(folder.resolve("budget.yml"), "version: 1\nrequire: {complete: off}\n");
    Run gate = Run.rowcall("gate", "--budget", budget, folder.resolve("rowcall-a.json"));
    assertFalse(gate.out().contains("unfinished"), gate::all);
  }

  @Test
  void showAndMergeCountUnfinishedJvms() throws IOException {
    write("rowcall-a.json", 1);
    write("rowcall-b.json", 1);
    Run show = Run.rowcall("show", folder);
    assertTrue(show.out().contains("2 JVMs have not written a final report"), show::all);
    Run merged = Run.rowcall("merge", folder);
    assertTrue(merged.out().contains("\"running\": 2,"), merged::all);
  }

  @Test
  void finishedRunsAreNotMentioned() throws IOException {
    write("rowcall-a.json", 0);
    assertFalse(Run.rowcall("gate", folder).out().contains("final report"));
    assertFalse(Run.rowcall("show", folder).out().contains("final report"));
  }

  private void write(String name, long running) throws IOException {
    Report report = SampleReports.healthy();
    report.run.running = running;
    SampleReports.write(report, folder.resolve(name));
  }
}
