package io.rowcall.core.findings;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import org.jspecify.annotations.Nullable;

/** Statement whose plan reads a whole table. */
public final class TableScan {
  final SqlStatement statement;
  final String endpoint;
  final @Nullable CallSite callSite;
  final long executions;

  /** Rows of the table, by the database's estimate. */
  final long scannedRows;

  /** Rows read from the results of all executions. */
  final long returnedRows;

  public TableScan(
      SqlStatement statement,
      String endpoint,
      @Nullable CallSite callSite,
      long executions,
      long scannedRows,
      long returnedRows) {
    this.statement = statement;
    this.endpoint = endpoint;
    this.callSite = callSite;
    this.executions = executions;
    this.scannedRows = scannedRows;
    this.returnedRows = returnedRows;
  }
}
