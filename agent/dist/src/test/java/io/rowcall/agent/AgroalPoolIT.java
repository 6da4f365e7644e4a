package io.rowcall.agent;

/** Agroal. */
final class AgroalPoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library("agroal", null, "agroal", "PoolSubject.agroal", 2, true);
  }
}
