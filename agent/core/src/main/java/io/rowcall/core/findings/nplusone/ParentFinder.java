package io.rowcall.core.findings.nplusone;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parent of a repeated statement: the earlier query whose rows explain the executions.
 *
 * <p>A query with as many rows as executions, or as distinct binds, is preferred; of several, the
 * one that the key column is named after, otherwise the nearest. Next comes a query whose rows the
 * binds nearly cover, because a first-level cache answered the rest, or whose rows are looked up
 * two to four times each. The statement's own rows come last.
 *
 * <p>Keeps its last result. Not thread-safe.
 */
final class ParentFinder {
  private static final int MAX_PER_ROW = 4;
  private static final int MIN_ROWS = 2;

  /** Executions beyond one per row: reading the list itself, and one more look at it. */
  private static final int MAX_EXTRA = 2;

  private RowMatch match = RowMatch.NONE;
  private boolean named;
  private @Nullable StatementGroup parent;
  private long rows;

  /** Finds the parent of {@code repeats} executions with {@code distinct} different binds. */
  void find(
      Request request,
      StatementGroup repeated,
      StatementGroups groups,
      long repeats,
      long distinct) {
    clear();
    if (repeated.logged() == 0 || repeats < 2) {
      return;
    }
    NormalizedSql normalized = repeated.normalized();
    String key = normalized == null ? null : KeyColumn.of(normalized);
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup candidate = groups.get(i);
      if (candidate != repeated && couldBeParent(candidate, repeated)) {
        consider(request, candidate, repeated, key, repeats, distinct);
      }
    }
    if (match == RowMatch.NONE && isTreeWalk(request, repeated, repeats, distinct)) {
      match = RowMatch.OWN_ROWS;
      parent = repeated;
      rows = repeated.rows();
    }
  }

  /** Accepts a parent that was proven by other means, and counts its rows. */
  void accept(
      Request request,
      StatementGroup proven,
      StatementGroup repeated,
      long repeats,
      long distinct) {
    if (parent == proven) {
      return;
    }
    parent = proven;
    named = true;
    rows = rowsBefore(request, proven, repeated.firstRow());
    match = match(rows, repeats, distinct);
    if (match == RowMatch.NONE) {
      rows = proven.rows();
      match = match(rows, repeats, distinct);
    }
    if (match == RowMatch.NONE) {
      match = rows > distinct ? RowMatch.FEWER : RowMatch.SEVERAL;
    }
  }

  /**
   * Finds the list for whose rows a query with constant binds is repeated: its own result, or an
   * earlier query of the same table.
   *
   * @param resultRows rows of each result
   * @return whether there is one
   */
  boolean findSameRows(StatementGroup repeated, StatementGroups groups, int resultRows) {
    clear();
    long repeats = repeated.executions();
    if (resultRows >= MIN_ROWS && repeats >= resultRows && repeats - resultRows <= MAX_EXTRA) {
      match = RowMatch.SAME_ROWS;
      parent = repeated;
      rows = resultRows;
      return true;
    }
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup earlier = groups.get(i);
      if (earlier != repeated
          && couldBeParent(earlier, repeated)
          && earlier.rows() == repeats
          && earlier.readsTableOf(repeated)) {
        match = RowMatch.EXACT;
        parent = earlier;
        rows = repeats;
        named = false;
        return true;
      }
    }
    return false;
  }

  /** Discards the parent. */
  void clear() {
    match = RowMatch.NONE;
    named = false;
    parent = null;
    rows = 0;
  }

  private static boolean couldBeParent(StatementGroup candidate, StatementGroup repeated) {
    return candidate.kind() == StatementKind.SELECT
        && candidate.logged() > 0
        && candidate.firstRow() < repeated.firstRow()
        && candidate.executions() < repeated.executions();
  }

  private void consider(
      Request request,
      StatementGroup candidate,
      StatementGroup repeated,
      @Nullable String key,
      long repeats,
      long distinct) {
    boolean refers = key != null && refersTo(key, candidate);
    // Rows read before the first repeat; or all rows, when the two statements alternate.
    long before = rowsBefore(request, candidate, repeated.firstRow());
    RowMatch candidateMatch = match(before, repeats, distinct);
    long count = before;
    if (candidateMatch != RowMatch.EXACT && before != candidate.rows()) {
      RowMatch wholeMatch = match(candidate.rows(), repeats, distinct);
      if (wholeMatch.compareTo(candidateMatch) > 0) {
        candidateMatch = wholeMatch;
        count = candidate.rows();
      }
    }
    if (candidateMatch == RowMatch.NONE) {
      return;
    }
    int better =
        candidateMatch == RowMatch.EXACT
            ? (match == RowMatch.EXACT ? 0 : 1)
            : match == RowMatch.EXACT ? -1 : 0;
    if (better > 0 || (better == 0 && (refers || !named))) {
      match = candidateMatch;
      parent = candidate;
      named = refers;
      rows = count;
    }
  }

  private static long rowsBefore(Request request, StatementGroup candidate, int row) {
    long sum = 0;
    for (int i = 0; i < candidate.logged() && candidate.row(i) < row; i++) {
      sum += request.log.rowsRead(candidate.row(i));
    }
    return sum;
  }

  private static RowMatch match(long rows, long repeats, long distinct) {
    if (rows < MIN_ROWS) {
      return RowMatch.NONE;
    }
    if (rows == repeats || rows == distinct) {
      return RowMatch.EXACT;
    }
    if (distinct > rows && distinct % rows == 0 && distinct / rows <= MAX_PER_ROW) {
      return RowMatch.SEVERAL;
    }
    return distinct < rows && distinct * 2 >= rows ? RowMatch.FEWER : RowMatch.NONE;
  }

  private static boolean refersTo(String key, StatementGroup candidate) {
    NormalizedSql normalized = candidate.normalized();
    if (normalized != null) {
      for (String table : normalized.readTables()) {
        if (KeyColumn.refersTo(key, table)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether every row led to one more execution, starting from a root, with branches and leaves. A
   * chain of single rows cannot be distinguished from any other lookup in a loop.
   */
  private static boolean isTreeWalk(
      Request request, StatementGroup group, long repeats, long distinct) {
    if (distinct != repeats || group.rows() < MIN_ROWS || group.rows() + 1 != repeats) {
      return false;
    }
    long available = 1;
    boolean branches = false;
    boolean leaves = false;
    for (int i = 0; i < group.logged(); i++) {
      if (available-- <= 0) {
        return false;
      }
      int read = request.log.rowsRead(group.row(i));
      branches |= read > 1;
      leaves |= read == 0;
      available += read;
    }
    return branches && leaves;
  }

  RowMatch match() {
    return match;
  }

  /** Whether the repeated statement's key column is named after the parent's table. */
  boolean isNamed() {
    return named;
  }

  @Nullable StatementGroup parent() {
    return parent;
  }

  /** The rows that explain the repeats. */
  long rows() {
    return rows;
  }
}
