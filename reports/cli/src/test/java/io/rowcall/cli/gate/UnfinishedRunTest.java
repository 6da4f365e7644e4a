package io.rowcall.cli.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cli.Reports;
import io.rowcall.cli.Run;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that is not its JVM's last says so, alone and among others. */
final class UnfinishedRunTest {
  @TempDir private Path folder;

  @Test
  void theGateSaysThatAJvmWasKilledAndPassesAllTheSame() throws IOException {
    write("rowcall-a.json", 1);
    write("rowcall-b.json", 0);
    Run gate = Run.rowcall("gate", folder);
    assertEquals(0, gate.exitCode(), gate::all);
    assertTrue(gate.out().contains("[unfinished]"), gate::all);
    assertTrue(gate.out().contains("1 JVM had not ended"), gate::all);
  }

  @Test
  void theGateSaysNothingOfThatWhereTheBudgetDoesNotAskForACompleteRun() throws IOException {
    write("rowcall-a.json", 1);
    Path budget =
        Files.writeString(folder.resolve("budget.yml"), "version: 1\nrequire: {complete: off}\n");
    Run gate = Run.rowcall("gate", "--budget", budget, folder.resolve("rowcall-a.json"));
    assertFalse(gate.out().contains("unfinished"), gate::all);
  }

  @Test
  void showAndMergeCountThem() throws IOException {
    write("rowcall-a.json", 1);
    write("rowcall-b.json", 1);
    Run show = Run.rowcall("show", folder);
    assertTrue(show.out().contains("2 JVMs had not ended"), show::all);
    Run merged = Run.rowcall("merge", folder);
    assertTrue(merged.out().contains("\"running\": 2,"), merged::all);
  }

  @Test
  void nothingIsSaidOfARunThatHasEnded() throws IOException {
    write("rowcall-a.json", 0);
    assertFalse(Run.rowcall("gate", folder).out().contains("ended"));
    assertFalse(Run.rowcall("show", folder).out().contains("ended"));
  }

  private void write(String name, long running) throws IOException {
    Report report = Reports.healthy();
    report.run.running = running;
    Reports.write(report, folder.resolve(name));
  }
}
