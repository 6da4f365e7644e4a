package io.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.rowcall.junit.ExpectQueries;
import io.rowcall.junit.NoNPlusOne;
import io.rowcall.junit.QueryBudget;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QueryBudget(max = 3)
class AnnotatedCases {
  private Shop shop = open();

  private static Shop open() {
    try {
      return new Shop();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void executeQueriesBeforeEach() throws SQLException {
    shop.itemsOfAllOrders();
  }

  @AfterEach
  void executeQueriesAfterEach() throws SQLException {
    shop.itemsOfAllOrders();
    shop.close();
  }

  @Test
  void withinClassBudget() throws SQLException {
    shop.orders();
    shop.items(1);
    shop.items(2);
  }

  @Test
  void exceedsClassBudget() throws SQLException {
    shop.orders();
    shop.items(1);
    shop.items(2);
    shop.items(3);
  }

  @Test
  @QueryBudget(max = 7)
  void withinOwnBudget() throws SQLException {
    shop.itemsOfAllOrders();
  }

  @Test
  @QueryBudget(max = 0)
  void exceedsBudgetOfZero() throws SQLException {
    shop.orders();
  }

  @Test
  void queriesOnOtherThreads() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int i = 1; i <= 4; i++) {
        int order = i;
        pool.submit(() -> shop.items(order)).get();
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void failsByItself() throws SQLException {
    shop.itemsOfAllOrders();
    fail("of its own accord");
  }

  @Test
  @QueryBudget(max = 100)
  @NoNPlusOne
  void nPlusOne() throws SQLException {
    assertEquals(12, shop.itemsOfAllOrders());
  }

  @Test
  @NoNPlusOne
  void noNPlusOne() throws SQLException {
    shop.orders();
    shop.items(1);
  }

  @Test
  @ExpectQueries(select = 2, insert = 1)
  void expectedQueries() throws SQLException {
    shop.orders();
    shop.add(7);
    shop.orders();
  }

  @Test
  @ExpectQueries(select = 2, insert = 1)
  void unexpectedQuery() throws SQLException {
    shop.orders();
    shop.add(7);
    shop.cancel(7);
  }

  @Test
  @ExpectQueries(select = ExpectQueries.ANY, delete = 1)
  void anyNumberOfSelects() throws SQLException {
    shop.orders();
    shop.cancel(1);
  }

  @Test
  @ExpectQueries(select = 1)
  void noQueries() {}

  @Nested
  class Inside {
    @Test
    void exceedsBudgetOfEnclosingClass() throws SQLException {
      shop.itemsOfAllOrders();
    }
  }
}
