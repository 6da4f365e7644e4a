package io.acme.executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves {@code /KIND/a} and {@code /KIND/b} for each of {@link ExecutorKinds}: eleven executions
 * on that executor, each path with its own table.
 */
public final class ExecutorsService {
  private static final String URL = "jdbc:h2:mem:executors;DB_CLOSE_DELAY=-1";
  private static final int ROWS = 10;
  private static final AtomicLong EXECUTIONS = new AtomicLong();
  private static final Map<String, TaskRunner> RUNNERS = new ConcurrentHashMap<>();

  private ExecutorsService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    create();
    Map<String, ExecutorKinds.Kind> kinds = ExecutorKinds.all();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext(
        "/",
        exchange -> {
          String[] path = exchange.getRequestURI().getPath().split("/");
          try {
            TaskRunner runner = runner(kinds, path[1]);
            runner.run(() -> query("table_" + path[2]));
            send(exchange, 200, "done");
          } catch (Exception | LinkageError failed) {
            send(exchange, 500, failed.toString());
          }
        });
    server.createContext("/late", ExecutorsService::late);
    server.createContext("/optional", exchange -> send(exchange, 200, optional()));
    server.createContext(
        "/executors", exchange -> send(exchange, 200, String.join(" ", kinds.keySet())));
    server.createContext("/executions", exchange -> send(exchange, 200, EXECUTIONS + ""));
    server.createContext(
        "/shutdown",
        exchange -> {
          send(exchange, 200, "bye");
          System.exit(0);
        });
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static synchronized TaskRunner runner(Map<String, ExecutorKinds.Kind> kinds, String kind)
      throws Exception {
    TaskRunner runner = RUNNERS.get(kind);
    if (runner == null) {
      runner = kinds.get(kind).create();
      RUNNERS.put(kind, runner);
    }
    return runner;
  }

  /** Looks up a class whose supertypes are missing, as frameworks do. */
  private static String optional() {
    try {
      return Class.forName("io.acme.executors.OptionalFilter").getName();
    } catch (ClassNotFoundException | LinkageError missing) {
      return "missing";
    }
  }

  /** Five executions, the given number of milliseconds after the response. */
  private static void late(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    int millis = Integer.parseInt(path[2]);
    Executors.newSingleThreadExecutor()
        .submit(
            () -> {
              TimeUnit.MILLISECONDS.sleep(millis);
              return query("table_late", 5);
            });
    send(exchange, 200, "later");
  }

  private static Object query(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement parent = connection.createStatement()) {
      EXECUTIONS.incrementAndGet();
      try (ResultSet rows = parent.executeQuery("SELECT id FROM " + table)) {
        while (rows.next()) {
          rows.getInt(1);
        }
      }
    }
    return query(table, ROWS);
  }

  private static Object query(String table, int count) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        PreparedStatement query =
            connection.prepareStatement("SELECT name FROM " + table + " WHERE id = ?")) {
      for (int id = 0; id < count; id++) {
        query.setInt(1, id);
        EXECUTIONS.incrementAndGet();
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            rows.getString(1);
          }
        }
      }
    }
    return "done";
  }

  private static void create() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      for (String table : new String[] {"table_a", "table_b", "table_late"}) {
        EXECUTIONS.addAndGet(2);
        statement.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY, name VARCHAR(20))");
        statement.execute("INSERT INTO " + table + " SELECT x, 'row' FROM SYSTEM_RANGE(0, 9)");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
