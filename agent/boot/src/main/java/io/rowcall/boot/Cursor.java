package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/**
 * What Rowcall keeps on a JDBC result set: the logged execution whose rows it reads. Implemented
 * like {@link Carrier}.
 */
public interface Cursor {
  /** The {@link Request} that executed the query, or null. */
  @Nullable Object rowcall$request();

  void rowcall$request(@Nullable Object request);

  /** {@link Request#position} of the execution. */
  long rowcall$position();

  void rowcall$position(long position);
}
