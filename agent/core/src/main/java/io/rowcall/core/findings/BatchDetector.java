package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.sql.LookupKeys;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import org.jspecify.annotations.Nullable;

/**
 * Tells executions that carry several keys from executions for one row each: the cure of an N+1
 * from the ailment. A cure in doses that are far too small is a finding of its own.
 */
final class BatchDetector {
  /** A list this long is a batch, whatever it was made for. */
  private static final int LONG_LIST = 10;

  /** Fewer executions are no matter, however small they are. */
  private static final int FEW_EXECUTIONS = 10;

  /** What a batch may well carry: the savings are counted against it. */
  private static final long USUAL_SIZE = 100;

  private BatchDetector() {}

  /**
   * Whether the executions of a read are batches.
   *
   * @param match how the rows of an earlier query explain them as executions for a row each
   * @param named whether the key column is named after that query's table
   * @param proven whether one of its parameters was read from that query
   */
  static boolean isBatchFetch(
      StatementGroup group, StatementGroups groups, RowMatch match, boolean named, boolean proven) {
    NormalizedSql scanned = group.scanned();
    if (scanned == null) {
      return false;
    }
    LookupKeys keys = scanned.lookupKeys();
    int list = listSize(group, keys);
    if (list < 2 && keys.form() == LookupKeys.Form.SINGLE) {
      return false;
    }
    StatementGroup source = source(group, groups, list);
    if (match == RowMatch.EXACT) {
      return source != null && (!named || isNamed(scanned, source));
    }
    if (list >= LONG_LIST) {
      return true;
    }
    if (list >= 2) {
      return source != null || (match == RowMatch.NONE && !keys.alsoComparesOne());
    }
    return keys.form() != LookupKeys.Form.PERHAPS_COLLECTION || (source != null && !proven);
  }

  /** Whether an execution of a write writes more than one row, or has none of its own. */
  static boolean isBatchWrite(StatementGroup group) {
    NormalizedSql scanned = group.scanned();
    if (scanned == null) {
      return false;
    }
    LookupKeys keys = scanned.lookupKeys();
    return listSize(group, keys) > 1
        || keys.form() == LookupKeys.Form.COLLECTION
        || keys.form() == LookupKeys.Form.RANGE
        || (scanned.hasLimit() && scanned.kind() != StatementKind.INSERT);
  }

  private static int listSize(StatementGroup group, LookupKeys keys) {
    return Math.max(group.statement.longestList, keys.count());
  }

  /**
   * The earlier query whose rows these are batches of: the largest, when the length of a batch is
   * not known.
   */
  private static @Nullable StatementGroup source(
      StatementGroup group, StatementGroups groups, int list) {
    StatementGroup largest = null;
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup earlier = groups.get(i);
      if (earlier == group
          || earlier.logged == 0
          || earlier.kind() != StatementKind.SELECT
          || earlier.first() > group.first()
          || earlier.rows <= group.executions) {
        continue;
      }
      if (list >= 2) {
        long batches = (earlier.rows + list - 1) / list;
        if (Math.abs(batches - group.executions) <= 1) {
          return earlier;
        }
      } else if (earlier.rows >= 2 * group.executions
          && (largest == null || earlier.rows > largest.rows)) {
        largest = earlier;
      }
    }
    return largest;
  }

  private static boolean isNamed(NormalizedSql repeated, StatementGroup source) {
    String key = KeyColumn.of(repeated);
    NormalizedSql scanned = source.scanned();
    if (key == null || scanned == null) {
      return false;
    }
    for (String table : scanned.readTables()) {
      if (KeyColumn.refersTo(key, table)) {
        return true;
      }
    }
    return false;
  }

  /** Batches of a read that carry far fewer keys than there are batches. */
  static @Nullable Detection smallFetches(
      Request request, StatementGroup group, StatementGroups groups, long distinct) {
    NormalizedSql scanned = group.scanned();
    long executions = group.successes();
    if (scanned == null || executions < FEW_EXECUTIONS) {
      return null;
    }
    LookupKeys keys = scanned.lookupKeys();
    int list = listSize(group, keys);
    StatementGroup source = source(group, groups, list);
    if (source == null && list < 2) {
      return null;
    }
    long all = source == null ? executions * list : source.rows;
    Detection found = small(request, group, executions, all);
    return found == null
        ? null
        : found
            .repeats(executions, distinct)
            .parent(RowMatch.NONE, source, source == null ? 0 : source.rows);
  }

  /** The same of writes: batches of the driver, or rows written out. */
  static @Nullable Detection smallWrites(Request request, StatementGroup group) {
    long executions = group.successes();
    if (executions < FEW_EXECUTIONS) {
      return null;
    }
    long rows = group.batched;
    if (rows == 0) {
      NormalizedSql scanned = group.scanned();
      if (scanned == null || scanned.kind() != StatementKind.INSERT) {
        return null;
      }
      rows = executions * listSize(group, scanned.lookupKeys());
    }
    Detection found = rows < 2 * executions ? null : small(request, group, executions, rows);
    return found == null ? null : found.repeats(executions, 0).parent(RowMatch.NONE, null, rows);
  }

  private static @Nullable Detection small(
      Request request, StatementGroup group, long executions, long keys) {
    long each = (keys + executions - 1) / executions;
    if (each * 2 > executions) {
      return null;
    }
    long saved = executions - (keys + USUAL_SIZE - 1) / USUAL_SIZE;
    return new Detection(FindingClass.SMALL_BATCH, group)
        .verdict(Verdict.LIKELY)
        .saves(saved, group.unionNanos(request) / group.executions * saved);
  }
}
