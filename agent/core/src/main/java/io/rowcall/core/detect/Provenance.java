package io.rowcall.core.detect;

import io.rowcall.boot.ColumnValues;
import io.rowcall.boot.Request;
import io.rowcall.core.sql.Kind;
import io.rowcall.core.sql.Normalised;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the binds of repeats were values that the request had read from one column of an
 * earlier query: which proves that query as their parent, and names the column to join on.
 *
 * <p>Binds are logged as one hash for each execution, {@code mix(… mix(0, 1, a) …, n, z)}, and each
 * step can be undone. So one bind is compared as it is; of several, the last may change while those
 * before it stay, or the first of two. Looked at only for requests whose columns were watched.
 */
final class Provenance {
  /** Fewer different binds than this prove nothing. */
  private static final int LEAST_BINDS = 3;

  /** How many values of a column are tried as the changing one of several binds. */
  private static final int MOST_TRIED = 256;

  private static final int MOST_PARAMETERS = 6;

  private final List<Column> columns = new ArrayList<Column>();
  private final Set<Long> binds = new HashSet<Long>();
  private @Nullable Column proven;
  private int parameters;
  private boolean cut;

  /** Looks at the columns that the request has read; {@link #proven()} and the rest say more. */
  void look(Request request, Group repeated, Groups groups) {
    columns.clear();
    binds.clear();
    proven = null;
    ColumnValues values = request.columnValues();
    Normalised scanned = repeated.scanned();
    if (values == null || scanned == null || repeated.statement.longestList > 1) {
      return;
    }
    cut = values.isCut();
    parameters = parameters(scanned.text());
    for (int i = 0; i < repeated.logged; i++) {
      int row = repeated.rowsOfLog[i];
      long hash = request.binds[row];
      if (hash == (int) hash) {
        // The hash of a text with its literals, or none: no hash of binds is as small.
        return;
      }
      if (!request.failedExecution(row)) {
        binds.add(hash);
      }
    }
    if (parameters == 0 || binds.size() < LEAST_BINDS) {
      return;
    }
    collect(request, values, repeated, groups);
    String key = KeyColumn.of(scanned);
    int best = 0;
    for (Column column : columns) {
      column.test();
      int rank = column.isSource ? rank(column, key) : 0;
      if (rank > best) {
        best = rank;
        proven = column;
      }
    }
  }

  /** As many values as binds, and a column whose name fits, are better than none. */
  private int rank(Column column, @Nullable String key) {
    boolean named = key != null && column.fits(key);
    boolean exact = column.values.size() == binds.size();
    boolean most = binds.size() * 2 >= column.values.size();
    return !named && !most ? 0 : 1 + (exact ? 1 : 0) + (named ? 2 : 0);
  }

  /** At most so many: some of them may be literals. */
  private static int parameters(String text) {
    int count = 0;
    for (int at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
      count++;
    }
    return Math.min(count, MOST_PARAMETERS);
  }

  private void collect(Request request, ColumnValues values, Group repeated, Groups groups) {
    for (int i = 0; i < values.size(); i++) {
      Group group = groups.of(request.statements[values.row(i)]);
      if (group == null
          || group == repeated
          || group.kind() != Kind.SELECT
          || group.logged == 0
          || group.first() > repeated.first()) {
        continue;
      }
      column(group, values.column(i), values.label(i)).values.add(values.hash(i));
    }
  }

  private Column column(Group group, int position, @Nullable String label) {
    for (Column column : columns) {
      if (column.group == group
          && column.position == position
          && (label == null ? column.label == null : label.equalsIgnoreCase(column.label))) {
        return column;
      }
    }
    Column column = new Column(group, position, label);
    columns.add(column);
    return column;
  }

  /** The query whose column the binds came from, or null. */
  @Nullable Group proven() {
    return proven == null ? null : proven.group;
  }

  /** The name of that column; null when the text does not tell. */
  @Nullable String column() {
    return proven == null ? null : proven.name;
  }

  /** Whether the columns of this query were read, and no bind came from any of them. */
  boolean refutes(Group candidate) {
    boolean read = false;
    for (Column column : columns) {
      if (column.group == candidate) {
        if (column.hasAny) {
          return false;
        }
        read |= column.values.size() > 1;
      }
    }
    return read && !cut && parameters == 1;
  }

  /** One column of one query, as far as it was read. */
  private final class Column {
    final Group group;
    final int position;
    final @Nullable String label;
    final @Nullable String name;
    final Set<Long> values = new HashSet<Long>();
    boolean isSource;
    boolean hasAny;

    Column(Group group, int position, @Nullable String label) {
      this.group = group;
      this.position = position;
      this.label = label;
      Normalised scanned = group.scanned();
      if (scanned == null) {
        name = label;
      } else {
        SelectList list = new SelectList(scanned);
        name = label == null ? list.at(position) : list.labelled(label);
      }
    }

    /** Whether the key refers to this column by its name. */
    boolean fits(String key) {
      Normalised scanned = group.scanned();
      if (name == null || scanned == null) {
        return false;
      }
      if (name.equalsIgnoreCase(key)) {
        return true;
      }
      for (String table : scanned.readTables()) {
        if (name.equalsIgnoreCase("id") && KeyColumn.refersTo(key, table)) {
          return true;
        }
      }
      return false;
    }

    void test() {
      if (values.size() < 2) {
        return;
      }
      int hits = hits(0, 1);
      hasAny = hits > 0;
      isSource = hits == binds.size() || (cut && hits == values.size());
      for (int index = 2; index <= parameters && !isSource; index++) {
        isSource = lastChanges(index) || (index == 2 && firstChanges());
      }
    }

    /** How many of the binds are one of the values, given what was bound before. */
    private int hits(long before, int index) {
      int hits = 0;
      for (long value : values) {
        if (binds.contains(ColumnValues.bound(before, index, value))) {
          hits++;
        }
      }
      return hits;
    }

    private boolean lastChanges(int index) {
      long one = binds.iterator().next();
      int tried = 0;
      for (long value : values) {
        if (hits(ColumnValues.before(one, index, value), index) == binds.size()) {
          return true;
        }
        if (++tried == MOST_TRIED) {
          return false;
        }
      }
      return false;
    }

    private boolean firstChanges() {
      long one = binds.iterator().next();
      int tried = 0;
      for (long value : values) {
        long second = ColumnValues.bind(ColumnValues.bound(0, 1, value), one, 2);
        int hits = 0;
        for (long other : values) {
          if (binds.contains(ColumnValues.bound(ColumnValues.bound(0, 1, other), 2, second))) {
            hits++;
          }
        }
        if (hits == binds.size()) {
          return true;
        }
        if (++tried == MOST_TRIED) {
          return false;
        }
      }
      return false;
    }
  }
}
