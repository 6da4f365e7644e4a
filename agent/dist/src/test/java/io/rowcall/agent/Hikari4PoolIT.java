package io.rowcall.agent;

/** HikariCP 4, the last for Java 8. */
final class Hikari4PoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library("hikari", "HikariCP", "hikari", "numbers", 2, true);
  }
}
