package io.rowcall.core.findings;

import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.NormalizedSql;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A query whose plan reads a whole table to return a few rows. Needs {@code explain.url}. */
final class MissingIndex implements RunCheck {
  /** Rows read per row returned, from which on an index pays. */
  private static final long MIN_RATIO = 100;

  @Override
  public String key() {
    return "missing-index";
  }

  @Override
  public void detect(RunStats run, List<RunFinding> findings) {
    for (TableScan scan : run.tableScans()) {
      if (scan.executions > 0 && scan.scannedRows >= MIN_RATIO * rowsPerExecution(scan)) {
        findings.add(RunFinding.about(scan, this, Verdict.LIKELY, text(scan)));
      }
    }
  }

  private static long rowsPerExecution(TableScan scan) {
    return Math.max(1, scan.returnedRows / scan.executions);
  }

  private static FindingText text(TableScan scan) {
    NormalizedSql normalized = Labels.normalized(scan.statement);
    List<String> columns =
        normalized == null ? Collections.<String>emptyList() : KeyColumn.all(normalized);
    String index = Labels.table(scan.statement) + " (" + String.join(", ", columns) + ")";
    String scanned = Labels.count(scan.scannedRows, "row");
    long returned = rowsPerExecution(scan);
    String place = scan.callSite == null ? "" : " at " + Labels.place(scan.callSite);
    return new FindingText(
        "Missing index: "
            + Labels.of(scan.statement)
            + place
            + " reads all "
            + scanned
            + " to return "
            + returned,
        "",
        Arrays.asList(
            "its plan reads the whole table: " + scanned,
            "it returned " + Labels.count(returned, "row") + " on average",
            "executed " + Labels.count(scan.executions, "time")),
        Arrays.asList(
            "Create an index on " + index + ".",
            "Put columns that are compared for equality first; writes become slightly slower."));
  }
}
