package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a JDBC statement: 16 bytes. Woven statement classes implement it with fields of their
 * own; for a class that was loaded before the agent, {@link StateMap} keeps a {@link
 * DetachedState}.
 *
 * <p>Confined to the thread that uses the statement, as JDBC statements are.
 */
public interface StatementState {
  /** The statement that was prepared or batched first, resolved or not; or null. */
  @Nullable Object rowcall$statement();

  void rowcall$statement(@Nullable Object statement);

  /**
   * The {@link BoundValues} of its parameters and batch; null while no parameter but the first was
   * set, and no batch was opened.
   */
  @Nullable Object rowcall$bound();

  void rowcall$bound(@Nullable Object values);

  /**
   * Hash of the first parameter while there are no {@link #rowcall$bound}; 0 for none. Most
   * statements have one parameter, and need no object for it.
   */
  long rowcall$first();

  void rowcall$first(long hash);
}
