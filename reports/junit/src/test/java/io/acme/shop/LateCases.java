package io.acme.shop;

import io.rowcall.junit.QueryBudget;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Shop, driver and connections exist before the agent is attached. */
class LateCases {
  @Test
  @QueryBudget(max = 6)
  void countsInClassesLoadedBefore() throws SQLException {
    try (Shop shop = QuietShop.open()) {
      shop.itemsOfAllOrders();
    }
  }
}
