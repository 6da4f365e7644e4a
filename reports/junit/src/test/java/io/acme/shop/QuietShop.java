package io.acme.shop;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Shops that were opened before any test began. */
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

  /** Loads this class, and with it opens the shops. */
  static void prepare() {}

  static synchronized Shop open() {
    return SHOPS.removeFirst();
  }
}
