package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import io.rowcall.core.sql.Kind;
import io.rowcall.core.sql.Normalised;

/** Says why a loop of reads has no parent among the queries of its request. */
final class Causes {
  private Causes() {}

  static Cause of(Request request, Group group, Groups groups, Match match) {
    if (isExistenceCheck(group, groups)) {
      return Cause.EXISTENCE_CHECK;
    }
    if (match != Match.NONE) {
      return Cause.UNKNOWN;
    }
    if (request.cacheHits > 0) {
      return Cause.CACHE;
    }
    return readsListBefore(group, groups) ? Cause.UNKNOWN : Cause.NOTHING_BEFORE;
  }

  /**
   * Most found nothing, and about as many rows were inserted later: a mapper that does not know
   * whether an entity with an assigned id is new.
   */
  private static boolean isExistenceCheck(Group group, Groups groups) {
    Normalised read = group.scanned();
    if (read == null || read.readTables().length == 0 || group.rows * 2 > group.executions) {
      return false;
    }
    for (int i = 0; i < groups.size(); i++) {
      Group writer = groups.get(i);
      Normalised written = writer.scanned();
      if (writer.kind() == Kind.INSERT
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

  private static boolean readsListBefore(Group group, Groups groups) {
    for (int i = 0; i < groups.size(); i++) {
      Group earlier = groups.get(i);
      if (earlier != group
          && earlier.logged > 0
          && earlier.kind() == Kind.SELECT
          && earlier.first() < group.first()
          && earlier.rows > 1) {
        return true;
      }
    }
    return false;
  }
}
