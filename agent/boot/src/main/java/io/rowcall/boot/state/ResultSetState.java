package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a JDBC result set: the logged execution whose rows it reads. Implemented like {@link
 * StatementState}.
 */
public interface ResultSetState {
  /** The request that executed the query; its statement outside of requests; or null. */
  @Nullable Object rowcall$request();

  void rowcall$request(@Nullable Object request);

  /** Position of the execution in the request: generation and row. */
  long rowcall$position();

  void rowcall$position(long position);

  /** Rows read one after the other, while {@link #rowcall$visited} is null. */
  int rowcall$row();

  void rowcall$row(int row);

  /** {@link VisitedRows}, once the cursor was moved other than to the next row. */
  @Nullable Object rowcall$visited();

  void rowcall$visited(@Nullable Object visited);

  /** Whether a method of the result set is running: nested calls do not count. */
  boolean rowcall$inside();

  void rowcall$inside(boolean inside);
}
