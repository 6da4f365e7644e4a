package io.acme.shop;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * Work of the requests that every server without servlets handles in its own way. The comment of
 * each method states its number of executions.
 */
public final class Scenarios {
  /** Chunks of a streaming response. */
  public static final int CHUNKS = 5;

  private static final int CHUNK_CHARS = 128 * 1024;

  private final Shop shop;
  private final CountDownLatch released = new CountDownLatch(1);

  /** Creates the scenarios of a shop. */
  public Scenarios(Shop shop) {
    this.shop = shop;
  }

  /** Opens the default shop. */
  public static Scenarios open() throws SQLException {
    return new Scenarios(Shops.open());
  }

  /** 1 + n executions, in a loop. */
  public String loop(int n) {
    try {
      return shop.listWithLoop(n);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** n executions of one statement; returns the name, so that responses tell requests apart. */
  public String repeat(String name, int n) {
    for (int i = 0; i < n; i++) {
      query();
    }
    return name + "\n";
  }

  /** 1 execution. */
  public String query() {
    try {
      return shop.listWithJoin();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 1 execution, then a failure. */
  public String fail() {
    query();
    throw new IllegalStateException("the handler failed");
  }

  /** 1 execution; a chunk of a response that is larger than the buffers of a server. */
  public String chunk() {
    query();
    char[] letters = new char[CHUNK_CHARS];
    Arrays.fill(letters, 'c');
    return new String(letters);
  }

  /** 1 execution once {@link #release} has been called. Runs on a thread that may wait. */
  public void late() {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    query();
  }

  /** Lets the late work continue. */
  public String release() {
    released.countDown();
    return "released\n";
  }
}
