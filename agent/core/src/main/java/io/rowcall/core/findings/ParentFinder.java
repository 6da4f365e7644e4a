package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parent of a group: the query executed before it whose rows explain the repeats.
 *
 * <p>As many rows as repeats, or as distinct binds, is it; of several, the one that the key column
 * is named after, else the nearest. Failing that, one whose rows the binds nearly fill, because a
 * first-level cache answers some, or of which each row asks two to four times. Failing that, the
 * group's own rows.
 *
 * <p>Holds its last answer. Not safe for several threads at once.
 */
final class ParentFinder {
  private static final int MOST_FOR_EACH = 4;
  private static final int LEAST_ROWS = 2;

  /** Executions beside those for each row: the list itself is read, and looked at once more. */
  private static final int MOST_BESIDE = 2;

  private RowMatch match = RowMatch.NONE;
  private boolean named;
  private @Nullable StatementGroup parent;
  private long rows;

  /** Looks for the parent of {@code repeats} executions with {@code distinct} sets of binds. */
  void find(
      Request request,
      StatementGroup repeated,
      StatementGroups groups,
      long repeats,
      long distinct) {
    drop();
    if (repeated.logged == 0 || repeats < 2) {
      return;
    }
    NormalizedSql scanned = repeated.scanned();
    String key = scanned == null ? null : KeyColumn.of(scanned);
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup candidate = groups.get(i);
      if (candidate != repeated && couldBeParent(candidate, repeated)) {
        consider(request, candidate, repeated, key, repeats, distinct);
      }
    }
    if (match == RowMatch.NONE && isTreeWalk(request, repeated, repeats, distinct)) {
      match = RowMatch.OWN_ROWS;
      parent = repeated;
      rows = repeated.rows;
    }
  }

  /** Takes a parent that was proven otherwise; only its rows are to be counted. */
  void take(
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
    rows = rowsBefore(request, proven, repeated.first());
    match = of(rows, repeats, distinct);
    if (match == RowMatch.NONE) {
      rows = proven.rows;
      match = of(rows, repeats, distinct);
    }
    if (match == RowMatch.NONE) {
      match = rows > distinct ? RowMatch.FEWER : RowMatch.SEVERAL;
    }
  }

  /**
   * Whether a question that is asked again and again is asked for the rows of a list of its own
   * table: the rows of each answer, or those of an earlier query.
   *
   * @param each rows of each answer
   */
  boolean findSameRows(StatementGroup repeated, StatementGroups groups, int each) {
    drop();
    long repeats = repeated.executions;
    if (each >= LEAST_ROWS && repeats >= each && repeats - each <= MOST_BESIDE) {
      match = RowMatch.SAME_ROWS;
      parent = repeated;
      rows = each;
      return true;
    }
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup earlier = groups.get(i);
      if (earlier != repeated
          && couldBeParent(earlier, repeated)
          && earlier.rows == repeats
          && DuplicateDetector.readSameTable(earlier, repeated)) {
        match = RowMatch.EXACT;
        parent = earlier;
        rows = repeats;
        named = false;
        return true;
      }
    }
    return false;
  }

  /** Forgets the parent that was found: it was none. */
  void drop() {
    match = RowMatch.NONE;
    named = false;
    parent = null;
    rows = 0;
  }

  private static boolean couldBeParent(StatementGroup candidate, StatementGroup repeated) {
    return candidate.kind() == StatementKind.SELECT
        && candidate.logged > 0
        && candidate.first() < repeated.first()
        && candidate.executions < repeated.executions;
  }

  private void consider(
      Request request,
      StatementGroup candidate,
      StatementGroup repeated,
      @Nullable String key,
      long repeats,
      long distinct) {
    boolean refers = key != null && refersTo(key, candidate);
    // What was read before the first repeat; and all of it, when its executions and the repeats
    // take turns.
    long before = rowsBefore(request, candidate, repeated.first());
    RowMatch of = of(before, repeats, distinct);
    long count = before;
    if (of != RowMatch.EXACT && before != candidate.rows) {
      RowMatch whole = of(candidate.rows, repeats, distinct);
      if (whole.compareTo(of) > 0) {
        of = whole;
        count = candidate.rows;
      }
    }
    if (of == RowMatch.NONE) {
      return;
    }
    int better =
        of == RowMatch.EXACT ? (match == RowMatch.EXACT ? 0 : 1) : match == RowMatch.EXACT ? -1 : 0;
    if (better > 0 || (better == 0 && (refers || !named))) {
      match = of;
      parent = candidate;
      named = refers;
      rows = count;
    }
  }

  private static long rowsBefore(Request request, StatementGroup candidate, int row) {
    long sum = 0;
    for (int i = 0; i < candidate.logged && candidate.rowsOfLog[i] < row; i++) {
      sum += request.rows[candidate.rowsOfLog[i]];
    }
    return sum;
  }

  private static RowMatch of(long rows, long repeats, long distinct) {
    if (rows < LEAST_ROWS) {
      return RowMatch.NONE;
    }
    if (rows == repeats || rows == distinct) {
      return RowMatch.EXACT;
    }
    if (distinct > rows && distinct % rows == 0 && distinct / rows <= MOST_FOR_EACH) {
      return RowMatch.SEVERAL;
    }
    return distinct < rows && distinct * 2 >= rows ? RowMatch.FEWER : RowMatch.NONE;
  }

  private static boolean refersTo(String key, StatementGroup candidate) {
    NormalizedSql scanned = candidate.scanned();
    if (scanned != null) {
      for (String table : scanned.readTables()) {
        if (KeyColumn.refersTo(key, table)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Each row leads to one more execution, the first was the root's; it branches, and it has leaves.
   * A chain of single rows looks like any look-up in a loop, and is not told from it.
   */
  private static boolean isTreeWalk(
      Request request, StatementGroup group, long repeats, long distinct) {
    if (distinct != repeats || group.rows < LEAST_ROWS || group.rows + 1 != repeats) {
      return false;
    }
    long available = 1;
    boolean branches = false;
    boolean leaves = false;
    for (int i = 0; i < group.logged; i++) {
      if (available-- <= 0) {
        return false;
      }
      int read = request.rows[group.rowsOfLog[i]];
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
  boolean named() {
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
