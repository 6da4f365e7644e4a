package io.rowcall.boot.state;

/**
 * What Rowcall keeps on a {@code java.sql.Array}: the hash of the elements that it was made of.
 * Implemented like {@link StatementState}; an array of a class that was loaded before has only its
 * identity.
 */
public interface ArrayState {
  /** 0 when the elements are not known. */
  long rowcall$content();

  void rowcall$content(long hash);
}
