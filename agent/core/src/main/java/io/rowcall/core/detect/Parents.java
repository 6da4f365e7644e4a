package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import io.rowcall.core.sql.Kind;
import io.rowcall.core.sql.Normalised;
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
final class Parents {
  private static final int MOST_FOR_EACH = 4;
  private static final int LEAST_ROWS = 2;

  /** Executions beside those for each row: the list itself is read, and looked at once more. */
  private static final int MOST_BESIDE = 2;

  private Match match = Match.NONE;
  private boolean named;
  private @Nullable Group parent;
  private long rows;

  /** Looks for the parent of {@code repeats} executions with {@code distinct} sets of binds. */
  void find(Request request, Group repeated, Groups groups, long repeats, long distinct) {
    drop();
    if (repeated.logged == 0 || repeats < 2) {
      return;
    }
    Normalised scanned = repeated.scanned();
    String key = scanned == null ? null : KeyColumn.of(scanned);
    for (int i = 0; i < groups.size(); i++) {
      Group candidate = groups.get(i);
      if (candidate != repeated && couldBeParent(candidate, repeated)) {
        consider(request, candidate, repeated, key, repeats, distinct);
      }
    }
    if (match == Match.NONE && isTreeWalk(request, repeated, repeats, distinct)) {
      match = Match.OWN_ROWS;
      parent = repeated;
      rows = repeated.rows;
    }
  }

  /** Takes a parent that was proven otherwise; only its rows are to be counted. */
  void take(Request request, Group proven, Group repeated, long repeats, long distinct) {
    if (parent == proven) {
      return;
    }
    parent = proven;
    named = true;
    rows = rowsBefore(request, proven, repeated.first());
    match = of(rows, repeats, distinct);
    if (match == Match.NONE) {
      rows = proven.rows;
      match = of(rows, repeats, distinct);
    }
    if (match == Match.NONE) {
      match = rows > distinct ? Match.FEWER : Match.SEVERAL;
    }
  }

  /**
   * Whether a question that is asked again and again is asked for the rows of a list of its own
   * table: the rows of each answer, or those of an earlier query.
   *
   * @param each rows of each answer
   */
  boolean findSameRows(Group repeated, Groups groups, int each) {
    drop();
    long repeats = repeated.executions;
    if (each >= LEAST_ROWS && repeats >= each && repeats - each <= MOST_BESIDE) {
      match = Match.SAME_ROWS;
      parent = repeated;
      rows = each;
      return true;
    }
    for (int i = 0; i < groups.size(); i++) {
      Group earlier = groups.get(i);
      if (earlier != repeated
          && couldBeParent(earlier, repeated)
          && earlier.rows == repeats
          && Duplicates.readSameTable(earlier, repeated)) {
        match = Match.EXACT;
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
    match = Match.NONE;
    named = false;
    parent = null;
    rows = 0;
  }

  private static boolean couldBeParent(Group candidate, Group repeated) {
    return candidate.kind() == Kind.SELECT
        && candidate.logged > 0
        && candidate.first() < repeated.first()
        && candidate.executions < repeated.executions;
  }

  private void consider(
      Request request,
      Group candidate,
      Group repeated,
      @Nullable String key,
      long repeats,
      long distinct) {
    boolean refers = key != null && refersTo(key, candidate);
    // What was read before the first repeat; and all of it, when its executions and the repeats
    // take turns.
    long before = rowsBefore(request, candidate, repeated.first());
    Match of = of(before, repeats, distinct);
    long count = before;
    if (of != Match.EXACT && before != candidate.rows) {
      Match whole = of(candidate.rows, repeats, distinct);
      if (whole.compareTo(of) > 0) {
        of = whole;
        count = candidate.rows;
      }
    }
    if (of == Match.NONE) {
      return;
    }
    int better = of == Match.EXACT ? (match == Match.EXACT ? 0 : 1) : match == Match.EXACT ? -1 : 0;
    if (better > 0 || (better == 0 && (refers || !named))) {
      match = of;
      parent = candidate;
      named = refers;
      rows = count;
    }
  }

  private static long rowsBefore(Request request, Group candidate, int row) {
    long sum = 0;
    for (int i = 0; i < candidate.logged && candidate.rowsOfLog[i] < row; i++) {
      sum += request.rows[candidate.rowsOfLog[i]];
    }
    return sum;
  }

  private static Match of(long rows, long repeats, long distinct) {
    if (rows < LEAST_ROWS) {
      return Match.NONE;
    }
    if (rows == repeats || rows == distinct) {
      return Match.EXACT;
    }
    if (distinct > rows && distinct % rows == 0 && distinct / rows <= MOST_FOR_EACH) {
      return Match.SEVERAL;
    }
    return distinct < rows && distinct * 2 >= rows ? Match.FEWER : Match.NONE;
  }

  private static boolean refersTo(String key, Group candidate) {
    Normalised scanned = candidate.scanned();
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
  private static boolean isTreeWalk(Request request, Group group, long repeats, long distinct) {
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

  Match match() {
    return match;
  }

  /** Whether the repeated statement's key column is named after the parent's table. */
  boolean named() {
    return named;
  }

  @Nullable Group parent() {
    return parent;
  }

  /** The rows that explain the repeats. */
  long rows() {
    return rows;
  }
}
