package io.acme.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Tables, functions and rows of the shop, on H2, PostgreSQL or SQLite, which has no functions. */
final class Schema {
  static final int ORDERS = 200;
  static final int ITEMS_PER_ORDER = 3;

  private Schema() {}

  /** Creates the schema in an empty database, and fills it. */
  static void create(Connections connections, boolean postgres) throws SQLException {
    try (Connection connection = connections.open()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE orders (id INT PRIMARY KEY, customer VARCHAR(40), total INT)");
        statement.execute(
            "CREATE TABLE items (id INT PRIMARY KEY, order_id INT, name VARCHAR(40), price INT)");
        statement.execute("CREATE INDEX items_of_order ON items (order_id)");
        statement.execute("CREATE TABLE notes (order_id INT, note VARCHAR(200))");
        if (postgres) {
          statement.execute(
              "CREATE FUNCTION pause(millis INT) RETURNS INT LANGUAGE plpgsql AS"
                  + " $$ BEGIN PERFORM pg_sleep(millis / 1000.0); RETURN millis; END $$");
          statement.execute(
              "CREATE FUNCTION price_of(item INT) RETURNS INT LANGUAGE sql AS"
                  + " $$ SELECT price FROM items WHERE id = item $$");
        } else if (!System.getProperty("shop.url", "").startsWith("jdbc:sqlite:")) {
          statement.execute("CREATE ALIAS pause FOR \"io.acme.shop.Functions.pause\"");
          statement.execute("CREATE ALIAS price_of FOR \"io.acme.shop.Functions.priceOf\"");
        }
      }
      insertOrders(connection);
      insertItems(connection);
    }
  }

  private static void insertOrders(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO orders VALUES (?, ?, ?)")) {
      for (int id = 1; id <= ORDERS; id++) {
        insert.setInt(1, id);
        insert.setString(2, "customer " + id);
        insert.setInt(3, id * 10);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void insertItems(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO items VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < ORDERS * ITEMS_PER_ORDER; i++) {
        insert.setInt(1, i + 1);
        insert.setInt(2, i / ITEMS_PER_ORDER + 1);
        insert.setString(3, "item " + (i + 1));
        insert.setInt(4, i % 50);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
