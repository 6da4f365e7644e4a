package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/** Operations on a {@link ResultSetState}, whose fields are packed. */
public final class Cursors {
  private Cursors() {}

  /** Whether a result set belongs to an execution already. */
  public static boolean isAttached(ResultSetState state, Object owner, int position) {
    return state.rowcall$position() == position && owner(state) == owner;
  }

  /** Attaches a result set to an execution, before its first row. */
  public static void attach(ResultSetState state, @Nullable Object owner, int position) {
    state.rowcall$owner(owner);
    state.rowcall$position(position);
    state.rowcall$rows(0);
  }

  /** The request that executed the query; its statement outside of requests; or null. */
  public static @Nullable Object owner(ResultSetState state) {
    Object owner = state.rowcall$owner();
    return owner instanceof VisitedRows ? ((VisitedRows) owner).owner : owner;
  }

  /** Enters a method; false inside another one, and where no row is counted. */
  public static boolean enter(ResultSetState state) {
    int rows = state.rowcall$rows();
    if (rows < 0 || state.rowcall$owner() == null) {
      return false;
    }
    state.rowcall$rows(~rows);
    return true;
  }

  /** Leaves a method that was entered. */
  public static void leave(ResultSetState state) {
    int rows = state.rowcall$rows();
    if (rows < 0) {
      state.rowcall$rows(~rows);
    }
  }

  /** Counts a row that was read after the one before. Called between methods only. */
  public static void addRow(ResultSetState state) {
    int rows = state.rowcall$rows();
    if (rows < Integer.MAX_VALUE) {
      state.rowcall$rows(rows + 1);
    }
  }

  /** The visited rows; null while all rows were read one after the other. */
  public static @Nullable VisitedRows visitedOrNull(ResultSetState state) {
    Object owner = state.rowcall$owner();
    return owner instanceof VisitedRows ? (VisitedRows) owner : null;
  }

  /** The visited rows, from the first other move on. Called between methods only. */
  public static VisitedRows visited(ResultSetState state) {
    VisitedRows visited = visitedOrNull(state);
    if (visited == null) {
      visited = new VisitedRows(state.rowcall$owner(), state.rowcall$rows());
      state.rowcall$owner(visited);
    }
    return visited;
  }
}
