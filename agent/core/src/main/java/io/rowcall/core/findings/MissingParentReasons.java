package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;

/** Says why a loop of reads has no parent among the queries of its request. */
final class MissingParentReasons {
  private MissingParentReasons() {}

  static MissingParent of(
      Request request, StatementGroup group, StatementGroups groups, RowMatch match) {
    if (isExistenceCheck(group, groups)) {
      return MissingParent.EXISTENCE_CHECK;
    }
    if (match != RowMatch.NONE) {
      return MissingParent.UNKNOWN;
    }
    if (request.cacheHits > 0) {
      return MissingParent.CACHE;
    }
    return readsListBefore(group, groups) ? MissingParent.UNKNOWN : MissingParent.NOTHING_BEFORE;
  }

  /**
   * Most found nothing, and about as many rows were inserted later: a mapper that does not know
   * whether an entity with an assigned id is new.
   */
  private static boolean isExistenceCheck(StatementGroup group, StatementGroups groups) {
    NormalizedSql read = group.scanned();
    if (read == null || read.readTables().length == 0 || group.rows * 2 > group.executions) {
      return false;
    }
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup writer = groups.get(i);
      NormalizedSql written = writer.scanned();
      if (writer.kind() == StatementKind.INSERT
          && written != null
          && writer.logged > 0
          && writer.rowsOfLog[writer.logged - 1] > group.first()
          && Math.max(writer.batched, writer.executions) * 2 >= group.executions
          && written.writeTables().length > 0
          && written.writeTables()[0].equalsIgnoreCase(read.readTables()[0])) {
        return true;
      }
    }
    return false;
  }

  private static boolean readsListBefore(StatementGroup group, StatementGroups groups) {
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup earlier = groups.get(i);
      if (earlier != group
          && earlier.logged > 0
          && earlier.kind() == StatementKind.SELECT
          && earlier.first() < group.first()
          && earlier.rows > 1) {
        return true;
      }
    }
    return false;
  }
}
