package io.acme.shop;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Tests that do not use Rowcall. */
class PlainCases {
  @Test
  void oneQuery() throws SQLException {
    try (var shop = new Shop()) {
      shop.orders();
    }
  }
}
