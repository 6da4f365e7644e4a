package io.rowcall.agent;

/** c3p0, which does not tell how many lie idle without its lock. */
@Shows("C3p0")
final class C3p0PoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library("c3p0", Versions.newest("c3p0"), "c3p0", "PoolSubject.c3p0", 0, true);
  }
}
