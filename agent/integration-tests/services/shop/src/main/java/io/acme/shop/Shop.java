package io.acme.shop;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

/**
 * Data access of the shop, in plain JDBC. The comment of each method states its number of
 * executions. Comments {@code call site: NAME} mark the lines that a report must name.
 */
public final class Shop {
  private static final String ITEMS_OF_ORDER =
      "SELECT id, name, price FROM items WHERE order_id = ? ORDER BY id";
  private static final String INSERT_NOTE = "INSERT INTO notes (order_id, note) VALUES (?, ?)";

  private final Connections connections;

  /** Creates the shop's tables behind {@code connections}. */
  public Shop(Connections connections, boolean postgres) throws SQLException {
    this.connections = connections;
    Schema.create(connections, postgres);
  }

  /** 1 + n executions: the orders, then the items of each. */
  public String listWithLoop(int n) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = connections.open();
        PreparedStatement select =
            connection.prepareStatement("SELECT id, customer FROM orders ORDER BY id LIMIT ?")) {
      select.setInt(1, n);
      try (ResultSet orders = select.executeQuery()) { // call site: parent
        while (orders.next()) {
          text.append(orders.getString(2)).append(':');
          appendItems(connection, orders.getInt(1), text);
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  private static void appendItems(Connection connection, int order, StringBuilder text)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ITEMS_OF_ORDER)) {
      select.setInt(1, order);
      try (ResultSet items = select.executeQuery()) { // call site: loop
        while (items.next()) {
          text.append(' ').append(items.getString(2)).append('=').append(items.getInt(3));
        }
      }
    }
  }

  /** 1 execution. */
  public String listWithJoin() throws SQLException {
    return text(
        "SELECT o.customer, i.name, i.price FROM orders o JOIN items i ON i.order_id = o.id"
            + " WHERE o.id <= 20 ORDER BY i.id");
  }

  /** 1 execution of batch size n. */
  public int batchInsert(int n) throws SQLException {
    try (Connection connection = connections.open();
        PreparedStatement insert = connection.prepareStatement(INSERT_NOTE)) {
      for (int i = 0; i < n; i++) {
        insert.setInt(1, i);
        insert.setString(2, "batch " + i);
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }

  /** n executions. */
  public int insertOneByOne(int n) throws SQLException {
    int rows = 0;
    try (Connection connection = connections.open();
        PreparedStatement insert = connection.prepareStatement(INSERT_NOTE)) {
      for (int i = 0; i < n; i++) {
        insert.setInt(1, i);
        insert.setString(2, "single " + i);
        rows += insert.executeUpdate(); // call site: inserts
      }
    }
    return rows;
  }

  /** 2 executions with the same binds. */
  public String sameQueryTwice() throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = connections.open()) {
      for (int i = 0; i < 2; i++) {
        try (PreparedStatement select =
            connection.prepareStatement("SELECT customer FROM orders WHERE id = ?")) {
          select.setInt(1, 7);
          try (ResultSet orders = select.executeQuery()) { // call site: twice
            orders.next();
            text.append(orders.getString(1)).append('\n');
          }
        }
      }
    }
    return text.toString();
  }

  /** 1 execution that lasts at least {@code millis}. */
  public String slowQuery(int millis) throws SQLException {
    try (Connection connection = connections.open();
        PreparedStatement select = connection.prepareStatement("SELECT pause(?)")) {
      select.setInt(1, millis);
      try (ResultSet answer = select.executeQuery()) { // call site: slow
        answer.next();
        return answer.getInt(1) + "\n";
      }
    }
  }

  /** n executions of one statement, with literals instead of parameters. */
  public String statementWithLiterals(int n) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = connections.open();
        Statement select = connection.createStatement()) {
      for (int order = 1; order <= n; order++) {
        String sql = "SELECT name FROM items WHERE order_id = " + order + " AND name <> 'secret'";
        try (ResultSet items = select.executeQuery(sql)) { // call site: literals
          while (items.next()) {
            text.append(items.getString(1)).append('\n');
          }
        }
      }
    }
    return text.toString();
  }

  /** 1 execution. */
  public int callable(int item) throws SQLException {
    try (Connection connection = connections.open();
        CallableStatement call = connection.prepareCall("{? = call price_of(?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setInt(2, item);
      call.execute();
      return call.getInt(1);
    }
  }

  /** 1 execution. */
  public long largeUpdate() throws SQLException {
    try (Connection connection = connections.open();
        PreparedStatement update =
            connection.prepareStatement("UPDATE orders SET total = total WHERE id <= ?")) {
      update.setInt(1, 50);
      return update.executeLargeUpdate();
    }
  }

  /** 1 execution, which fails. */
  public void throwing() throws SQLException {
    try (Connection connection = connections.open();
        Statement select = connection.createStatement()) {
      select.executeQuery("SELECT 1 FROM no_such_table");
    }
  }

  /** 1 execution of {@code sql}; returns one line per row. */
  public String text(String sql) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = connections.open();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          text.append(rows.getString(column)).append(column == columns ? '\n' : ' ');
        }
      }
    }
    return text.toString();
  }
}
