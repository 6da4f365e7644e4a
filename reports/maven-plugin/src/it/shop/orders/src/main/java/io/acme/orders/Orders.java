package io.acme.orders;

import java.sql.Connection;
import java.sql.SQLException;

public final class Orders {
  private final Connection connection;

  public Orders(Connection connection) {
    this.connection = connection;
  }

  public int count() throws SQLException {
    try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM orders");
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
