package com.acme;

/** An application's endpoints: each has lines of its own. */
public final class Routes {
  private Routes() {}

  public static void first(Runnable query) {
    query.run();
  }

  public static void second(Runnable query) {
    query.run();
  }

  public static void third(Runnable query) {
    query.run();
  }

  public static void fourth(Runnable query) {
    query.run();
  }

  /** Asks the same from two lines. */
  public static void twice(Runnable query) {
    query.run();
    again(query);
  }

  private static void again(Runnable query) {
    query.run();
  }

  /** One line asks, another line repeats. */
  public static void loop(Runnable parent, Runnable query) {
    parent.run();
    for (int i = 0; i < 8; i++) {
      query.run();
    }
  }
}
