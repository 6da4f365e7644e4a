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
 * Serves {@code /NAME} or {@code /NAME/n} for each of {@link Works} on a free port, and answers how
 * often the request has asked the database.
 */
public final class ThreadsService {
  static final String URL = Spy.PREFIX + "jdbc:h2:mem:threads;DB_CLOSE_DELAY=-1";

  private ThreadsService() {}

  /** Prints {@code READY port} when it serves. */
  public static void main(String[] args) throws Exception {
    DriverManager.registerDriver(new Spy());
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(URL);
    config.setMaximumPoolSize(16);
    config.setConnectionTimeout(600_000);
    HikariDataSource database = new HikariDataSource(config);
    create(database);
    Pools.start();
    Map<String, Work> works = Works.all();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(220));
    server.createContext(
        "/",
        exchange -> {
          String[] path = exchange.getRequestURI().getPath().split("/");
          Asking asking = new Asking(database);
          Work work = works.get(path[1]);
          try {
            work.run(asking, path.length > 2 ? Integer.parseInt(path[2]) : 0);
            send(exchange, 200, asking.count() + "");
          } catch (Exception | LinkageError failed) {
            send(exchange, 500, failed.toString());
          }
        });
    server.createContext(
        "/leave",
        exchange -> {
          Leak.leave(new Asking(database));
          send(exchange, 200, "left");
        });
    server.createContext(
        "/bytes",
        exchange -> {
          // Within the log of a request, and beyond it.
          String bytes = Still.bytes(2_100, 1_900) + " " + Still.bytes(2_000, 10_000);
          send(exchange, 200, bytes);
        });
    server.createContext("/held", exchange -> send(exchange, 200, held()));
    server.createContext("/spied", exchange -> send(exchange, 200, Spy.EXECUTIONS + ""));
    server.createContext(
        "/shutdown",
        exchange -> {
          send(exchange, 200, "bye");
          System.exit(0);
        });
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static String held() {
    try {
      return Leak.held() + "";
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
