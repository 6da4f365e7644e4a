package io.rowcall.core.findings;

import io.rowcall.boot.request.ColumnValues;
import io.rowcall.boot.request.ParameterValues;
import io.rowcall.boot.request.Request;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the binds of repeats were values that the request had read from one column of an
 * earlier query: which proves that query as their parent, and names the column to join on.
 *
 * <p>Each parameter that changes is compared with each column. The values decide, and the order in
 * which they were read and bound; names only break ties. Looked at only for requests whose columns
 * were watched.
 */
final class Provenance {
  /** Fewer different binds than this prove nothing. */
  private static final int LEAST_BINDS = 3;

  private final List<Column> columns = new ArrayList<Column>();
  private final List<Set<Long>> parameters = new ArrayList<Set<Long>>();
  private @Nullable Column proven;
  private @Nullable Column rival;
  private boolean cut;

  /** Looks at the columns that the request has read; {@link #proven()} and the rest say more. */
  void look(Request request, StatementGroup repeated, StatementGroups groups) {
    columns.clear();
    parameters.clear();
    proven = null;
    rival = null;
    ColumnValues values = request.columnValues();
    ParameterValues bound = request.parameterValues();
    NormalizedSql scanned = repeated.scanned();
    if (values == null || bound == null || scanned == null || repeated.statement.longestList > 1) {
      return;
    }
    cut = values.isCut();
    collectParameters(request, bound, repeated);
    if (parameters.isEmpty()) {
      return;
    }
    collectColumns(request, values, repeated, groups);
    int best = 0;
    for (Set<Long> parameter : parameters) {
      // Of two parameters that come from columns, the first stands for the statement.
      int bestBefore = best;
      for (Column column : columns) {
        int rank = column.rank(parameter, scanned);
        if (rank > best) {
          best = rank;
          proven = column;
          rival = null;
        } else if (rank == best && rank > bestBefore && proven != null && !column.isSame(proven)) {
          rival = nearer(column, proven);
          proven = rival == proven ? column : proven;
        }
      }
    }
  }

  /** Of two that could be it, the one that was read earlier is the rival. */
  private static Column nearer(Column one, Column other) {
    return one.group.first() > other.group.first() ? other : one;
  }

  /** The values of each parameter that changes, in the order in which they were first bound. */
  private void collectParameters(Request request, ParameterValues bound, StatementGroup repeated) {
    int width = 0;
    for (int i = 0; i < repeated.logged; i++) {
      width = Math.max(width, bound.count(repeated.rowsOfLog[i]));
    }
    for (int parameter = 0; parameter < width; parameter++) {
      Set<Long> values = new LinkedHashSet<Long>();
      for (int i = 0; i < repeated.logged; i++) {
        int row = repeated.rowsOfLog[i];
        if (parameter < bound.count(row) && !request.failedExecution(row)) {
          long hash = bound.hash(row, parameter);
          if (hash != 0 && !ColumnValues.isNull(hash)) {
            values.add(hash);
          }
        }
      }
      if (values.size() >= LEAST_BINDS) {
        parameters.add(values);
      }
    }
  }

  private void collectColumns(
      Request request, ColumnValues values, StatementGroup repeated, StatementGroups groups) {
    for (int i = 0; i < values.size(); i++) {
      StatementGroup group = groups.of(request.statements[values.row(i)]);
      if (group == null
          || group == repeated
          || group.kind() != StatementKind.SELECT
          || group.logged == 0
          || group.first() > repeated.first()) {
        continue;
      }
      column(group, values.column(i), values.label(i)).values.add(values.hash(i));
    }
  }

  private Column column(StatementGroup group, int position, @Nullable String label) {
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
  @Nullable StatementGroup proven() {
    return proven == null ? null : proven.group;
  }

  /**
   * The name of that column; null when the text does not tell. Two names, with "or" between them,
   * where values and names leave it open.
   */
  @Nullable String column() {
    Column source = proven;
    Column other = rival;
    if (source == null || other == null || source.name == null || other.name == null) {
      return source == null ? null : source.name;
    }
    String table = other.group == source.group ? null : other.table();
    return source.name + " or " + (table == null ? "" : table + ".") + other.name;
  }

  /**
   * Whether the columns of this query were read, and none of the binds came from any of them,
   * though they are of a kind: what cannot be compared refutes nothing.
   */
  boolean refutes(StatementGroup candidate) {
    if (cut || parameters.isEmpty()) {
      return false;
    }
    boolean read = false;
    for (Column column : columns) {
      if (column.group == candidate) {
        if (!column.differsFromAll()) {
          return false;
        }
        read |= column.values.size() > 1;
      }
    }
    return read;
  }

  /** One column of one query, as far as it was read. */
  private final class Column {
    final StatementGroup group;
    final int position;
    final @Nullable String label;
    final @Nullable String name;

    /** In the order in which they were first read. */
    final Set<Long> values = new LinkedHashSet<Long>();

    Column(StatementGroup group, int position, @Nullable String label) {
      this.group = group;
      this.position = position;
      this.label = label;
      NormalizedSql scanned = group.scanned();
      if (scanned == null) {
        name = label;
      } else {
        SelectList list = new SelectList(scanned);
        name = label == null ? list.at(position) : list.labeled(label);
      }
    }

    /** Whether this is the other read in another way. */
    boolean isSame(Column other) {
      return group == other.group && name != null && name.equalsIgnoreCase(other.name);
    }

    @Nullable String table() {
      NormalizedSql scanned = group.scanned();
      return scanned == null || scanned.readTables().length == 0 ? null : scanned.readTables()[0];
    }

    /**
     * How well the column explains a parameter: 0 when it does not. Values that were bound as they
     * were read are better than the same ones in another order, these better than some of many in
     * order, and these than some of many; among equals the names tell.
     */
    int rank(Set<Long> bound, NormalizedSql repeated) {
      if (values.size() < 2 || !hasAll(bound)) {
        return 0;
      }
      int named = KeyColumn.named(repeated, name, group.scanned());
      boolean most = bound.size() * 2 >= values.size();
      if (named < KeyColumn.BY_TABLE && !most) {
        return 0;
      }
      boolean exact = bound.size() == values.size();
      int ofValues = (exact ? 2 : 0) + (isInOrder(bound) ? 1 : 0);
      return 1 + ofValues * (KeyColumn.BY_TABLE + 1) + named;
    }

    private boolean hasAll(Set<Long> bound) {
      return values.containsAll(bound) || (cut && bound.containsAll(values));
    }

    /** Whether the values were first bound in the order in which they were first read. */
    private boolean isInOrder(Set<Long> bound) {
      Iterator<Long> read = values.iterator();
      for (long value : bound) {
        boolean found = false;
        while (!found && read.hasNext()) {
          found = read.next() == value;
        }
        if (!found) {
          return cut && !read.hasNext();
        }
      }
      return true;
    }

    /** Whether no bind is one of the values, where each could have been. */
    boolean differsFromAll() {
      for (Set<Long> parameter : parameters) {
        for (long bind : parameter) {
          if (values.contains(bind)) {
            return false;
          }
          for (long value : values) {
            if (!ColumnValues.areComparable(bind, value)) {
              return false;
            }
          }
        }
      }
      return true;
    }
  }
}
