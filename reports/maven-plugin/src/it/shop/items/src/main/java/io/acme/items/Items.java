package io.acme.items;

import java.sql.Connection;
import java.sql.SQLException;

public final class Items {
  private final Connection connection;

  public Items(Connection connection) {
    this.connection = connection;
  }

  public int countByOrder() throws SQLException {
    int items = 0;
    try (var statement = connection.prepareStatement("SELECT id FROM orders ORDER BY id");
        var orders = statement.executeQuery()) {
      while (orders.next()) {
        items += count(orders.getInt(1));
      }
    }
    return items;
  }

  public int countAll() throws SQLException {
    try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM items");
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private int count(int order) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT id FROM items WHERE order_id = ?")) {
      statement.setInt(1, order);
      try (var rows = statement.executeQuery()) {
        int items = 0;
        while (rows.next()) {
          items++;
        }
        return items;
      }
    }
  }
}
