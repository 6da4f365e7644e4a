package io.rowcall.boot.state;

/**
 * State of a {@code java.sql.Array}: the hash of its elements. Implemented like {@link
 * StatementState}; an array whose class was loaded before the agent has only its identity.
 */
public interface ArrayState {
  /** 0 when the elements are not known. */
  long rowcall$content();

  void rowcall$content(long hash);
}
