package io.rowcall.boot.request;

/**
 * The arrays of an {@link ExecutionLog}, as another thread than its owner reads them. A reader that
 * first reads how many rows are published, and then this object, sees each of those rows whole,
 * although the owner goes on, and replaces its arrays by longer ones. The last array is the only
 * one whose published rows change: it may lack the latest rows that were read from a result.
 */
final class LoggedRows {
  final SqlStatement[] statements;
  final long[] starts;
  final long[] elapsed;
  final long[] bindHashes;

  /** Commands of a batch, and the sign bit of a failure. */
  final int[] batches;

  final int[] rowsRead;

  LoggedRows(
      SqlStatement[] statements,
      long[] starts,
      long[] elapsed,
      long[] bindHashes,
      int[] rowsRead,
      int[] batches) {
    this.statements = statements;
    this.starts = starts;
    this.elapsed = elapsed;
    this.bindHashes = bindHashes;
    this.rowsRead = rowsRead;
    this.batches = batches;
  }
}
