package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * What Rowcall keeps on a JDBC result set: the logged execution whose rows it reads. Implemented
 * like {@link StatementState}.
 */
public interface ResultSetState {
  /** The {@link Request} that executed the query, or null. */
  @Nullable Object rowcall$request();

  void rowcall$request(@Nullable Object request);

  /** {@link Request#position} of the execution. */
  long rowcall$position();

  void rowcall$position(long position);

  /** Rows that were read one after the other, as long as {@link #rowcall$visited} is null. */
  int rowcall$row();

  void rowcall$row(int row);

  /** {@link VisitedRows}, once it was moved other than to its next row. */
  @Nullable Object rowcall$visited();

  void rowcall$visited(@Nullable Object visited);

  /** Whether a method of the result set is running: what it calls of its own is no further call. */
  boolean rowcall$inside();

  void rowcall$inside(boolean inside);
}
