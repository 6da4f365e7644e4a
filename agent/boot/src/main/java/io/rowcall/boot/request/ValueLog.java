package io.rowcall.boot.request;

import io.rowcall.boot.state.BoundValues;
import io.rowcall.boot.state.StatementState;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of values: hashes of the values that were read from the columns of a few results, and of
 * the parameters of later executions. Empty for most requests.
 */
public final class ValueLog {
  private @Nullable ColumnValues columns;
  private @Nullable ParameterValues parameters;

  ValueLog() {}

  void watchColumns(int row) {
    openColumns().watch(row);
  }

  void recordColumn(int row, int column, @Nullable String label, long hash) {
    if (columns != null) {
      columns.record(row, column, label, hash);
    }
  }

  void recordParameters(int row, StatementState state) {
    BoundValues values = (BoundValues) state.rowcall$bound();
    if (values != null) {
      openParameters().record(row, values);
    } else if (state.rowcall$first() != 0) {
      openParameters().record(row, state.rowcall$first());
    }
  }

  boolean watchesColumns() {
    return columns != null;
  }

  private ColumnValues openColumns() {
    ColumnValues open = columns;
    if (open == null) {
      open = new ColumnValues();
      columns = open;
    }
    return open;
  }

  private ParameterValues openParameters() {
    ParameterValues open = parameters;
    if (open == null) {
      open = new ParameterValues();
      parameters = open;
    }
    return open;
  }

  /** Copies the values of another log's row, which is {@code row} here. */
  void copy(ValueLog other, int otherRow, int row) {
    if (other.columns != null) {
      openColumns().copy(other.columns, otherRow, row);
    }
    if (other.parameters != null) {
      openParameters().copy(other.parameters, otherRow, row);
    }
  }

  void moveRows(int[] movedTo) {
    if (columns != null) {
      columns.moveRows(movedTo);
    }
    if (parameters != null) {
      parameters.moveRows(movedTo);
    }
  }

  /** Values read from columns; null when none was watched. */
  public @Nullable ColumnValues columns() {
    return columns;
  }

  /** Parameters of executions; null when no column was watched. */
  public @Nullable ParameterValues parameters() {
    return parameters;
  }

  void clear() {
    if (columns != null) {
      columns.close();
      columns = null;
    }
    parameters = null;
  }
}
