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

  /** Executes the same query from two lines. */
  public static void twice(Runnable query) {
    query.run();
    again(query);
  }

  private static void again(Runnable query) {
    query.run();
  }

  /** One line executes a query, another line repeats it. */
  public static void loop(Runnable parent, Runnable query) {
    parent.run();
    for (int i = 0; i < 8; i++) {
      query.run();
    }
  }
}
