package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a JDBC statement. Woven statement classes implement it with fields of their own; for a
 * class that was loaded before the agent, {@link StateMap} keeps a {@link DetachedState}.
 *
 * <p>Confined to the thread that uses the statement, as JDBC statements are.
 */
public interface StatementState {
  /** The statement that was prepared or batched first, resolved or not; or null. */
  @Nullable Object rowcall$statement();

  void rowcall$statement(@Nullable Object statement);

  /** The {@link BoundValues} of its parameters; null while none was set. */
  @Nullable Object rowcall$bound();

  void rowcall$bound(@Nullable Object values);

  /** Hash of the values bound in the open batch. */
  long rowcall$binds();

  void rowcall$binds(long hash);

  /** Commands in the open batch. */
  int rowcall$batch();

  void rowcall$batch(int size);
}
