package io.acme.items;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemsTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:items");
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders AS SELECT x AS id FROM SYSTEM_RANGE(1, 8)");
      statement.execute(
          "CREATE TABLE items AS SELECT x AS id, (x + 1) / 2 AS order_id FROM SYSTEM_RANGE(1, 16)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void findsTheItemsOfAllOrders() throws SQLException {
    var items = new Items(connection);
    int found = Boolean.getBoolean("shop.naive") ? items.countByOrder() : items.countAll();
    assertEquals(16, found);
  }
}
