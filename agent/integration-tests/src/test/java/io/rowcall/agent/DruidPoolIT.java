package io.rowcall.agent;

/** Druid. */
@Shows("Druid")
final class DruidPoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library("druid", Versions.newest("druid"), "druid", "PoolSubject.druid", 2, true);
  }
}
