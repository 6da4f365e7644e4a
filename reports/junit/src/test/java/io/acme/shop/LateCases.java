package io.acme.shop;

import io.rowcall.junit.QueryBudget;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Its shop, its driver and its connections are there before the agent is. */
class LateCases {
  @Test
  @QueryBudget(max = 6)
  void countsInWhatWasThereBefore() throws SQLException {
    try (Shop shop = QuietShop.open()) {
      shop.itemsOfAll();
    }
  }
}
