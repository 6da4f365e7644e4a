package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * What Rowcall keeps on a JDBC statement. Woven statement classes implement it with fields of their
 * own; for a class that cannot be given fields any more, {@link StateMap} keeps a stand-in.
 *
 * <p>Confined to the thread that uses the statement, as JDBC statements are.
 */
public interface StatementState {
  /** The {@link SqlStatement} that was prepared or first batched, or null. */
  @Nullable Object rowcall$statement();

  void rowcall$statement(@Nullable Object statement);

  /** The {@link BoundValues} of its parameters; null when none was ever set. */
  @Nullable Object rowcall$bound();

  void rowcall$bound(@Nullable Object values);

  /** Hash over the binds of the open batch. */
  long rowcall$binds();

  void rowcall$binds(long hash);

  /** Commands in the open batch. */
  int rowcall$batch();

  void rowcall$batch(int size);
}
