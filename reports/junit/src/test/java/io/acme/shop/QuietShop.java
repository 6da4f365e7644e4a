package io.acme.shop;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Shops opened before the first test, so that opening one executes no query. */
final class QuietShop {
  private static final Deque<Shop> SHOPS = new ArrayDeque<>();

  static {
    try {
      for (int i = 0; i < 40; i++) {
        SHOPS.add(new Shop());
      }
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private QuietShop() {}

  /** Loads this class and thereby opens the shops. */
  static void prepare() {}

  static synchronized Shop open() {
    return SHOPS.removeFirst();
  }
}
