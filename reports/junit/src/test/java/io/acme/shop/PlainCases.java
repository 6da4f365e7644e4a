package io.acme.shop;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Knows nothing of Rowcall. */
class PlainCases {
  @Test
  void asksOnce() throws SQLException {
    try (var shop = new Shop()) {
      shop.orders();
    }
  }
}
