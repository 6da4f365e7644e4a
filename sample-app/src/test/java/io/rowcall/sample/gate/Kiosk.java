package io.rowcall.sample.gate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Minimal service with an N+1 that drives itself from four threads and exits. */
final class Kiosk {
  private static final String URL = "jdbc:h2:mem:kiosk;DB_CLOSE_DELAY=-1";
  private static final int THREADS = 4;
  private static final int CALLS = 40;

  private Kiosk() {}

  public static void main(String[] arguments) throws Exception {
    fill();
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    ExecutorService callers = Executors.newFixedThreadPool(THREADS);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(workers);
    server.createContext("/orders", exchange -> answer(exchange, Kiosk::loop));
    server.createContext("/joined", exchange -> answer(exchange, Kiosk::join));
    server.start();
    String base = "http://localhost:" + server.getAddress().getPort();
    HttpClient client = HttpClient.newHttpClient();
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      URI uri = URI.create(base + (i % 3 == 0 ? "/joined" : "/orders"));
      calls.add(
          callers.submit(
              () ->
                  client.send(
                      HttpRequest.newBuilder(uri).build(),
                      HttpResponse.BodyHandlers.discarding())));
    }
    for (Future<?> call : calls) {
      call.get();
    }
    server.stop(0);
    callers.shutdown();
    workers.shutdown();
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private static void fill() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INT PRIMARY KEY)");
      statement.execute("CREATE TABLE items (order_id INT, name VARCHAR(20))");
      for (int i = 0; i < 12; i++) {
        statement.execute("INSERT INTO orders VALUES (" + i + ")");
        statement.execute("INSERT INTO items VALUES (" + i + ", 'item')");
      }
    }
  }

  private static void answer(HttpExchange exchange, Work work) throws IOException {
    try (exchange;
        Connection connection = DriverManager.getConnection(URL)) {
      work.on(connection);
      exchange.sendResponseHeaders(204, -1);
    } catch (SQLException failed) {
      exchange.sendResponseHeaders(500, -1);
    }
  }

  private static void loop(Connection connection) throws SQLException {
    try (PreparedStatement orders = connection.prepareStatement("SELECT id FROM orders");
        ResultSet each = orders.executeQuery()) {
      while (each.next()) {
        String sql = "SELECT name FROM items WHERE order_id = ?";
        try (PreparedStatement items = connection.prepareStatement(sql)) {
          items.setInt(1, each.getInt(1));
          items.executeQuery().close();
        }
      }
    }
  }

  private static void join(Connection connection) throws SQLException {
    String sql = "SELECT o.id, i.name FROM orders o JOIN items i ON i.order_id = o.id";
    try (PreparedStatement joined = connection.prepareStatement(sql)) {
      joined.executeQuery().close();
    }
  }
}
