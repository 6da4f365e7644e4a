package io.rowcall.core.findings.nplusone;

import io.rowcall.boot.request.ColumnValues;
import io.rowcall.boot.request.ParameterValues;
import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.SelectList;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Traces the binds of repeated executions to a column of an earlier query. A match proves that
 * query as their parent and names the column to join on.
 *
 * <p>Each parameter that varies is compared with each column. Values decide, and the order in which
 * they were read and bound; names only break ties. Needs a request whose columns were watched.
 */
final class Provenance {
  /** Fewer distinct binds prove nothing. */
  private static final int MIN_BINDS = 3;

  private final List<Column> columns = new ArrayList<Column>();
  private final List<Set<Long>> parameters = new ArrayList<Set<Long>>();
  private @Nullable Column proven;
  private @Nullable Column rival;
  private boolean truncated;

  /** Compares the request's columns with the binds; the accessors give the result. */
  void analyze(Request request, StatementGroup repeated, StatementGroups groups) {
    columns.clear();
    parameters.clear();
    proven = null;
    rival = null;
    ColumnValues values = request.values.columns();
    ParameterValues bound = request.values.parameters();
    NormalizedSql normalized = repeated.normalized();
    if (values == null
        || bound == null
        || normalized == null
        || repeated.statement().longestList > 1) {
      return;
    }
    truncated = values.isTruncated();
    collectParameters(request, bound, repeated);
    if (parameters.isEmpty()) {
      return;
    }
    collectColumns(request, values, repeated, groups);
    int best = 0;
    for (Set<Long> parameter : parameters) {
      // When two parameters come from columns, the first represents the statement.
      int bestBefore = best;
      for (Column column : columns) {
        int rank = column.rank(parameter, normalized);
        if (rank > best) {
          best = rank;
          proven = column;
          rival = null;
        } else if (rank == best && rank > bestBefore && proven != null && !column.isSame(proven)) {
          rival = earlier(column, proven);
          proven = rival == proven ? column : proven;
        }
      }
    }
  }

  /** The one of two columns that was read earlier. */
  private static Column earlier(Column column, Column other) {
    return column.group.firstRow() > other.group.firstRow() ? other : column;
  }

  /** Collects the values of each varying parameter, in the order of their first use. */
  private void collectParameters(Request request, ParameterValues bound, StatementGroup repeated) {
    int width = 0;
    for (int i = 0; i < repeated.logged(); i++) {
      width = Math.max(width, bound.count(repeated.row(i)));
    }
    for (int parameter = 0; parameter < width; parameter++) {
      Set<Long> values = new LinkedHashSet<Long>();
      for (int i = 0; i < repeated.logged(); i++) {
        int row = repeated.row(i);
        if (parameter < bound.count(row) && !request.log.isFailed(row)) {
          long hash = bound.hash(row, parameter);
          if (hash != 0 && !ColumnValues.isNull(hash)) {
            values.add(hash);
          }
        }
      }
      if (values.size() >= MIN_BINDS) {
        parameters.add(values);
      }
    }
  }

  private void collectColumns(
      Request request, ColumnValues values, StatementGroup repeated, StatementGroups groups) {
    for (int i = 0; i < values.size(); i++) {
      StatementGroup group = groups.find(request.log.statement(values.row(i)));
      if (group == null
          || group == repeated
          || group.kind() != StatementKind.SELECT
          || group.logged() == 0
          || group.firstRow() > repeated.firstRow()) {
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
   * The name of that column; null when the text does not tell. Two names joined by "or" when values
   * and names leave it open.
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
   * Whether columns of this query were read and none of the binds came from them. Values that
   * cannot be compared refute nothing.
   */
  boolean refutes(StatementGroup candidate) {
    if (truncated || parameters.isEmpty()) {
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

  /** Column of a query, as far as it was read. */
  private final class Column {
    final StatementGroup group;
    final int position;
    final @Nullable String label;
    final @Nullable String name;

    /** In the order of their first appearance. */
    final Set<Long> values = new LinkedHashSet<Long>();

    Column(StatementGroup group, int position, @Nullable String label) {
      this.group = group;
      this.position = position;
      this.label = label;
      NormalizedSql normalized = group.normalized();
      if (normalized == null) {
        name = label;
      } else {
        SelectList list = new SelectList(normalized);
        name = label == null ? list.at(position) : list.labeled(label);
      }
    }

    /** Whether both are the same column, read by position and by label. */
    boolean isSame(Column other) {
      return group == other.group && name != null && name.equalsIgnoreCase(other.name);
    }

    @Nullable String table() {
      NormalizedSql normalized = group.normalized();
      return normalized == null || normalized.readTables().length == 0
          ? null
          : normalized.readTables()[0];
    }

    /**
     * How well the column explains a parameter; 0 when it does not. All values in order rank above
     * all values in another order, then some values in order, then some values. Names break ties.
     */
    int rank(Set<Long> bound, NormalizedSql repeated) {
      if (values.size() < 2 || !hasAll(bound)) {
        return 0;
      }
      int nameMatch = KeyColumn.nameMatch(repeated, name, group.normalized());
      boolean most = bound.size() * 2 >= values.size();
      if (nameMatch < KeyColumn.BY_TABLE && !most) {
        return 0;
      }
      boolean exact = bound.size() == values.size();
      int valueMatch = (exact ? 2 : 0) + (isInOrder(bound) ? 1 : 0);
      return 1 + valueMatch * (KeyColumn.BY_TABLE + 1) + nameMatch;
    }

    private boolean hasAll(Set<Long> bound) {
      return values.containsAll(bound) || (truncated && bound.containsAll(values));
    }

    /** Whether the values were bound in the order in which they were read. */
    private boolean isInOrder(Set<Long> bound) {
      Iterator<Long> read = values.iterator();
      for (long value : bound) {
        boolean found = false;
        while (!found && read.hasNext()) {
          found = read.next() == value;
        }
        if (!found) {
          return truncated && !read.hasNext();
        }
      }
      return true;
    }

    /** Whether no bind equals any of the values, all of them being comparable. */
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
