package io.rowcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Report;
import io.rowcall.format.read.ReportReader;
import io.rowcall.merge.FullReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The largest reports that agents write, in a JVM with 256 MB. Memory does not depend on their
 * number, so six are enough by default; {@code -Drowcall.full.reports=200} runs the full size.
 */
final class FullReportsIT {
  private static final int COUNT = Integer.getInteger("rowcall.full.reports", 6);
  private static final int LONGEST_SQL = 2_000;
  private static final List<String> SMALL = List.of("-Xmx256m");

  @TempDir private Path folder;

  @Test
  void mergesAndGatesWithin256Megabytes() throws Exception {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    FullReport.write(reports, 2, COUNT, LONGEST_SQL);
    Path out = folder.resolve("all.json");
    Run merged = new Jar(folder).rowcall(SMALL, "merge", "--out", out, reports);
    assertEquals(0, merged.exitCode(), merged::all);
    Report all;
    try (var in = Files.newInputStream(out)) {
      all = ReportReader.read("all.json", in);
    }
    assertEquals(50_000L * COUNT, all.totals.requests);
    assertEquals(500, all.endpoints.size());
    assertEquals(100L * COUNT, all.endpoints.get(0).requests);
    assertEquals(2_000, all.statements.size());
    Run gated = new Jar(folder).rowcall(SMALL, "gate", reports);
    assertEquals(1, gated.exitCode(), gated::err);
    assertTrue(gated.out().contains("to 500 endpoints"), gated::err);
  }
}
