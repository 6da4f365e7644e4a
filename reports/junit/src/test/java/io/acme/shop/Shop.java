package io.acme.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Shop with six orders of two items each, in its own database. */
final class Shop implements AutoCloseable {
  static final int ORDERS = 6;
  private static final AtomicInteger SHOPS = new AtomicInteger();

  private final Connection connection;

  Shop() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:shop" + SHOPS.incrementAndGet());
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INT PRIMARY KEY)");
      statement.execute("CREATE TABLE items (id INT PRIMARY KEY, order_id INT)");
      statement.execute("INSERT INTO orders SELECT x FROM SYSTEM_RANGE(1, 6)");
      statement.execute("INSERT INTO items SELECT x, (x + 1) / 2 FROM SYSTEM_RANGE(1, 12)");
    }
  }

  List<Integer> orders() throws SQLException {
    try (var statement = connection.prepareStatement("SELECT id FROM orders ORDER BY id")) {
      return ids(statement.executeQuery());
    }
  }

  List<Integer> items(int order) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT id FROM items WHERE order_id = ?")) {
      statement.setInt(1, order);
      return ids(statement.executeQuery());
    }
  }

  /** N+1: one query per order. */
  int itemsOfAllOrders() throws SQLException {
    int items = 0;
    for (int order : orders()) {
      items += items(order).size();
    }
    return items;
  }

  void add(int order) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT INTO orders VALUES (?)")) {
      statement.setInt(1, order);
      statement.executeUpdate();
    }
  }

  void cancel(int order) throws SQLException {
    try (var statement = connection.prepareStatement("DELETE FROM orders WHERE id = ?")) {
      statement.setInt(1, order);
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static List<Integer> ids(ResultSet result) throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (ResultSet rows = result) {
      while (rows.next()) {
        ids.add(rows.getInt(1));
      }
    }
    return ids;
  }
}
