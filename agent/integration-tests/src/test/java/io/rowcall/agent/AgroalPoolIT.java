package io.rowcall.agent;

/** Agroal. */
@Shows("Agroal")
final class AgroalPoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library(
        "agroal", Versions.newest("agroal-pool"), "agroal", "PoolSubject.agroal", 2, true);
  }
}
