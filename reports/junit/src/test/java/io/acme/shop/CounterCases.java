package io.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rowcall.junit.ExecutedStatement;
import io.rowcall.junit.Queries;
import io.rowcall.junit.QueryBudget;
import io.rowcall.junit.QueryCounter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CounterCases {
  @Test
  void recordsABlock() throws SQLException {
    try (var shop = new Shop()) {
      Queries queries = QueryCounter.record(() -> shop.itemsOfAllOrders());
      shop.orders();
      assertEquals(7, queries.total(), queries::toString);
      assertEquals(7, queries.select());
      assertEquals(0, queries.insert() + queries.update() + queries.delete() + queries.other());
      assertEquals(1, queries.nPlusOnes().size(), queries::toString);
      ExecutedStatement items = queries.statements().get(1);
      assertEquals("TEST io.acme.shop.CounterCases.recordsABlock", items.endpoint());
      assertEquals("SELECT id FROM items WHERE order_id = ?", items.sql());
      assertEquals(12, items.rows());
      assertEquals("Shop.java", items.callSites().get(0).frames().get(0).getFileName());
      assertEquals("items", items.callSites().get(0).frames().get(0).getMethodName());
      assertEquals("itemsOfAllOrders", items.callSites().get(0).frames().get(1).getMethodName());
    }
  }

  @Test
  void recordsAgainAfterAFailure() throws SQLException {
    try (var shop = new Shop()) {
      assertThrows(
          SQLException.class,
          () ->
              QueryCounter.record(
                  () -> {
                    shop.orders();
                    throw new SQLException("no more");
                  }));
      assertEquals(1, QueryCounter.record("again", shop::orders).total());
    }
  }

  @Test
  @QueryBudget(max = 2)
  void countsForTheEnclosingTest() throws SQLException {
    try (Shop shop = QuietShop.open()) {
      shop.orders();
      assertEquals(
          2,
          QueryCounter.record(
                  "inner",
                  () -> {
                    shop.items(1);
                    shop.items(2);
                  })
              .total());
    }
  }
}
