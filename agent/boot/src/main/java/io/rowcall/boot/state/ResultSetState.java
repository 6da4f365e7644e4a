package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a JDBC result set: 12 bytes. Implemented like {@link StatementState}; read and written
 * by {@link Cursors}.
 */
public interface ResultSetState {
  /**
   * The request that executed the query; its statement outside of requests; {@link VisitedRows},
   * which have either, once the cursor was moved other than to the next row; or null.
   */
  @Nullable Object rowcall$owner();

  void rowcall$owner(@Nullable Object owner);

  /** Position of the execution in the request. */
  int rowcall$position();

  void rowcall$position(int position);

  /** Rows read one after the other; their complement while a method of the result set runs. */
  int rowcall$rows();

  void rowcall$rows(int rows);
}
