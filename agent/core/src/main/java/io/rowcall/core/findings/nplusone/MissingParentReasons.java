package io.rowcall.core.findings.nplusone;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;

/** Determines why a loop of reads has no parent among the queries of its request. Stateless. */
final class MissingParentReasons {
  private MissingParentReasons() {}

  static MissingParent find(
      Request request, StatementGroup group, StatementGroups groups, RowMatch match) {
    if (isExistenceCheck(group, groups)) {
      return MissingParent.EXISTENCE_CHECK;
    }
    if (match != RowMatch.NONE) {
      return MissingParent.UNKNOWN;
    }
    if (request.cacheLookups.hits() > 0) {
      return MissingParent.CACHE;
    }
    return hasListBefore(group, groups) ? MissingParent.UNKNOWN : MissingParent.NOTHING_BEFORE;
  }

  /**
   * Whether most executions found nothing and about as many rows were inserted afterwards: a mapper
   * that cannot tell whether an entity with an assigned id is new.
   */
  private static boolean isExistenceCheck(StatementGroup group, StatementGroups groups) {
    NormalizedSql read = group.normalized();
    if (read == null || read.readTables().length == 0 || group.rows() * 2 > group.executions()) {
      return false;
    }
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup writer = groups.get(i);
      NormalizedSql written = writer.normalized();
      if (writer.kind() == StatementKind.INSERT
          && written != null
          && writer.logged() > 0
          && writer.lastRow() > group.firstRow()
          && Math.max(writer.batched(), writer.executions()) * 2 >= group.executions()
          && written.writeTables().length > 0
          && written.writeTables()[0].equalsIgnoreCase(read.readTables()[0])) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasListBefore(StatementGroup group, StatementGroups groups) {
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup earlier = groups.get(i);
      if (earlier != group
          && earlier.logged() > 0
          && earlier.kind() == StatementKind.SELECT
          && earlier.firstRow() < group.firstRow()
          && earlier.rows() > 1) {
        return true;
      }
    }
    return false;
  }
}
