package io.rowcall.core.findings.nplusone;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.LookupKeys;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes executions that carry several keys or rows from executions for one row each: the
 * remedy of an N+1 from the N+1. Stateless.
 */
public final class Batches {
  /** A list of this length is a batch, whatever it is used for. */
  private static final int LONG_LIST = 10;

  private Batches() {}

  /**
   * Whether the executions of a read are batches.
   *
   * @param match how the rows of an earlier query explain them as executions for one row each
   * @param named whether the key column is named after that query's table
   * @param proven whether one of the parameters was read from that query
   */
  static boolean isBatchedRead(
      StatementGroup group, StatementGroups groups, RowMatch match, boolean named, boolean proven) {
    NormalizedSql normalized = group.normalized();
    if (normalized == null) {
      return false;
    }
    LookupKeys keys = normalized.lookupKeys();
    int list = listSize(group, keys);
    if (list < 2 && keys.form() == LookupKeys.Form.SINGLE) {
      return false;
    }
    StatementGroup source = source(group, groups, list);
    if (match == RowMatch.EXACT) {
      return source != null && (!named || isNamedAfter(normalized, source));
    }
    if (list >= LONG_LIST) {
      return true;
    }
    if (list >= 2) {
      return source != null || (match == RowMatch.NONE && !keys.hasSingleComparison());
    }
    return keys.form() != LookupKeys.Form.POSSIBLE_COLLECTION || (source != null && !proven);
  }

  /** Whether each execution of a write affects several rows, or rows that it does not name. */
  static boolean isBatchedWrite(StatementGroup group) {
    NormalizedSql normalized = group.normalized();
    if (normalized == null) {
      return false;
    }
    LookupKeys keys = normalized.lookupKeys();
    return listSize(group, keys) > 1
        || keys.form() == LookupKeys.Form.COLLECTION
        || keys.form() == LookupKeys.Form.RANGE
        || (normalized.hasLimit() && normalized.kind() != StatementKind.INSERT);
  }

  /** Executions of a write that affected one row: no batches, or batches of one. */
  static long countSingleWrites(Request request, StatementGroup group) {
    long batches = 0;
    for (int i = 0; i < group.logged(); i++) {
      if (request.log.batchSize(group.row(i)) > 1) {
        batches++;
      }
    }
    boolean batchedBeyondLog = !group.isFullyLogged() && group.batched() > group.executions();
    return batchedBeyondLog ? 0 : group.successes() - batches;
  }

  /** Keys or rows that one execution carries, as far as the text tells; 0 when it does not. */
  public static int listSize(StatementGroup group) {
    NormalizedSql normalized = group.normalized();
    return normalized == null ? 0 : listSize(group, normalized.lookupKeys());
  }

  private static int listSize(StatementGroup group, LookupKeys keys) {
    return Math.max(group.statement().longestList, keys.count());
  }

  /** The earlier query whose rows a batched read fetches by key; null when there is none. */
  public static @Nullable StatementGroup source(StatementGroup group, StatementGroups groups) {
    return source(group, groups, listSize(group));
  }

  /** With batches of unknown size, the largest of several. */
  private static @Nullable StatementGroup source(
      StatementGroup group, StatementGroups groups, int list) {
    StatementGroup largest = null;
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup earlier = groups.get(i);
      if (earlier == group
          || earlier.logged() == 0
          || earlier.kind() != StatementKind.SELECT
          || earlier.firstRow() > group.firstRow()
          || earlier.rows() <= group.executions()) {
        continue;
      }
      if (list >= 2) {
        long batches = (earlier.rows() + list - 1) / list;
        if (Math.abs(batches - group.executions()) <= 1) {
          return earlier;
        }
      } else if (earlier.rows() >= 2 * group.executions()
          && (largest == null || earlier.rows() > largest.rows())) {
        largest = earlier;
      }
    }
    return largest;
  }

  private static boolean isNamedAfter(NormalizedSql repeated, StatementGroup source) {
    String key = KeyColumn.of(repeated);
    NormalizedSql normalized = source.normalized();
    if (key == null || normalized == null) {
      return false;
    }
    for (String table : normalized.readTables()) {
      if (KeyColumn.refersTo(key, table)) {
        return true;
      }
    }
    return false;
  }
}
