package io.acme.threads;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Serves {@code /NAME} or {@code /NAME/n} for each of {@link TaskRoutes} on a free port. The
 * response is the number of executions of the request.
 */
public final class ThreadsService {
  static final String URL = CountingDriver.PREFIX + "jdbc:h2:mem:threads;DB_CLOSE_DELAY=-1";

  private ThreadsService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    DriverManager.registerDriver(new CountingDriver());
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(URL);
    config.setMaximumPoolSize(16);
    config.setConnectionTimeout(600_000);
    HikariDataSource database = new HikariDataSource(config);
    create(database);
    Pools.start();
    Map<String, TaskRoute> routes = TaskRoutes.all();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(220));
    server.createContext(
        "/",
        exchange -> {
          String[] path = exchange.getRequestURI().getPath().split("/");
          RequestQueries queries = new RequestQueries(database);
          TaskRoute route = routes.get(path[1]);
          try {
            route.run(queries, path.length > 2 ? Integer.parseInt(path[2]) : 0);
            send(exchange, 200, queries.count() + "");
          } catch (Exception | LinkageError failed) {
            send(exchange, 500, failed.toString());
          }
        });
    server.createContext(
        "/leave",
        exchange -> {
          RetentionProbe.leave(new RequestQueries(database));
          send(exchange, 200, "left");
        });
    server.createContext(
        "/bytes",
        exchange -> {
          // Within the capacity of a request's execution log, and beyond it.
          String bytes =
              NoOpStatement.bytes(2_100, 1_900) + " " + NoOpStatement.bytes(2_000, 10_000);
          send(exchange, 200, bytes);
        });
    server.createContext("/retained", exchange -> send(exchange, 200, retained()));
    server.createContext(
        "/executions", exchange -> send(exchange, 200, CountingDriver.EXECUTIONS + ""));
    server.createContext(
        "/shutdown",
        exchange -> {
          send(exchange, 200, "bye");
          System.exit(0);
        });
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static String retained() {
    try {
      return RetentionProbe.retained();
    } catch (InterruptedException end) {
      return "interrupted";
    }
  }

  private static void create(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE things (id INT PRIMARY KEY, name VARCHAR(20))");
      statement.execute("INSERT INTO things SELECT x, 'thing' FROM SYSTEM_RANGE(0, 9)");
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
