package io.rowcall.agent;

/** Vibur DBCP, which lends proxies of the JDK. */
@Shows("Vibur")
final class ViburPoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library(
        "vibur", Versions.newest("vibur-dbcp"), "vibur", "PoolSubject.vibur", 2, true);
  }
}
