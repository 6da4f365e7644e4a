package io.acme.jdk;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.acme.shop.Connections;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * {@code /lookups}: makes twenty queries by primary key, each with a prepared statement of its own,
 * and responds with the bytes that the thread has allocated meanwhile.
 */
final class LookupHandler implements HttpHandler {
  private static final int QUERIES = 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Connections connections;

  LookupHandler(Connections connections) {
    this.connections = connections;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    try (Connection connection = connections.open()) {
      for (int i = 0; i < QUERIES; i++) {
        lookUp(connection, i);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    ShopHandler.send(exchange, 200, Long.toString(bytes));
  }

  private static void lookUp(Connection connection, int id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT customer FROM orders WHERE id = ?")) {
      statement.setLong(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getString(1);
        }
      }
    }
  }
}
