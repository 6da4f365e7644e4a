package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.nplusone.FalsePositives;
import io.rowcall.core.findings.request.DistinctCounter;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.findings.request.TransactionEnds;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.Arrays;

/**
 * Counts executions of a query that repeat an earlier one: the same binds, no write to its tables
 * in between, and as many rows in the result. What a retry of a transaction executes again does not
 * count. Keeps its last result. Not thread-safe.
 */
final class DuplicateCounter {
  private static final long EPOCH_FACTOR = 0x9E3779B97F4A7C15L;

  private final int minExecutions;
  private final DistinctCounter queries = new DistinctCounter();
  private final DistinctCounter results = new DistinctCounter();

  /** Log rows that may have changed a result, sorted. */
  private int[] writes = new int[16];

  private int writeCount;

  DuplicateCounter(Config config) {
    minExecutions = config.count(Setting.DUPLICATES);
  }

  /** Counts the duplicates of a statement. Returns whether there are enough of them. */
  boolean count(Request request, StatementGroup group, StatementGroups groups) {
    NormalizedSql normalized = group.normalized();
    if (normalized == null
        || group.kind() != StatementKind.SELECT
        || normalized.forUpdate()
        || normalized.readTables().length == 0) {
      return false;
    }
    collectWrites(request, group, groups);
    countQueries(request, group);
    return avoidable() >= Math.max(1, minExecutions - 1)
        && results.distinct() <= queries.distinct()
        && !FalsePositives.isPolling(request, group);
  }

  /** Executions that did not fail. */
  long executions() {
    return queries.size();
  }

  /** Executions that are needed. */
  long distinct() {
    return queries.distinct();
  }

  long avoidable() {
    return queries.size() - queries.distinct();
  }

  /** Counts a query again after each write: its result may have changed. */
  private void countQueries(Request request, StatementGroup group) {
    queries.clear();
    results.clear();
    int epoch = 0;
    for (int i = 0; i < group.logged(); i++) {
      int row = group.row(i);
      while (epoch < writeCount && writes[epoch] < row) {
        epoch++;
      }
      if (!request.log.isFailed(row)) {
        long query = (request.log.bindHash(row) ^ (epoch * EPOCH_FACTOR)) + epoch;
        queries.add(query);
        results.add(query * 31 + request.log.rowsRead(row));
      }
    }
  }

  private void collectWrites(Request request, StatementGroup reader, StatementGroups groups) {
    writeCount = 0;
    for (int g = 0; g < groups.size(); g++) {
      StatementGroup writer = groups.get(g);
      if (writer != reader && mayWrite(writer, reader)) {
        for (int i = 0; i < writer.logged(); i++) {
          addWrite(writer.row(i));
        }
      }
    }
    for (int end = 0; end < request.transactions.size(); end++) {
      int row = TransactionEnds.lastRowBeforeRetry(request, end);
      if (row >= 0) {
        addWrite(row);
      }
    }
    Arrays.sort(writes, 0, writeCount);
  }

  private void addWrite(int row) {
    if (writeCount == writes.length) {
      writes = Arrays.copyOf(writes, writeCount * 2);
    }
    writes[writeCount++] = row;
  }

  private static boolean mayWrite(StatementGroup writer, StatementGroup reader) {
    NormalizedSql written = writer.normalized();
    NormalizedSql read = reader.normalized();
    if (written == null || read == null) {
      return true;
    }
    switch (writer.kind()) {
      case CALL:
      case OTHER:
      case DDL:
        return true;
      case TRANSACTION:
      case INFRASTRUCTURE:
        return false;
      default:
        return written.mayWriteTablesReadBy(read)
            || (writer.kind() != StatementKind.SELECT && written.approximate());
    }
  }
}
