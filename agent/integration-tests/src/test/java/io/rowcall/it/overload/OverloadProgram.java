package io.rowcall.it.overload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;

/** Service whose paths say what to do too much of; it answers with its number of executions. */
final class OverloadProgram {
  /** Each of so many texts is a megabyte long. */
  private static final int LONG_TEXTS = 200;

  private static long executions;

  private OverloadProgram() {}

  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Connection connection = DriverManager.getConnection("jdbc:h2:mem:;QUERY_CACHE_SIZE=0");
    server.createContext("/", exchange -> handle(exchange, connection));
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static void handle(HttpExchange exchange, Connection connection) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    String answer;
    try {
      switch (path[1]) {
        case "texts":
          runTexts(connection, Integer.parseInt(path[2]));
          break;
        case "leak":
          leak(connection, Integer.parseInt(path[2]));
          break;
        case "gc":
          break;
        default:
          runLoops(connection, Integer.parseInt(exchange.getRequestURI().getQuery()));
      }
      answer = executions + " " + oldCollections();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void runTexts(Connection connection, int count) throws SQLException {
    String megabyte = "x".repeat(1_000_000);
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < count; i++) {
        String literal = i % LONG_TEXTS == 0 ? megabyte : "short";
        statement.executeQuery("SELECT '" + literal + "' AS c" + i).close();
        executions++;
      }
    }
  }

  /** Statements that nobody closes. */
  private static void leak(Connection connection, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      PreparedStatement leaked = connection.prepareStatement("SELECT 'leaked'");
      leaked.execute();
      executions++;
    }
  }

  /** As many findings as statements. */
  private static void runLoops(Connection connection, int statements) throws SQLException {
    for (int i = 0; i < statements; i++) {
      for (int repeat = 0; repeat < 5; repeat++) {
        try (PreparedStatement each = connection.prepareStatement("SELECT ? AS loop" + i)) {
          each.setInt(1, repeat);
          each.executeQuery().close();
          executions++;
        }
      }
    }
  }

  private static long oldCollections() {
    long count = 0;
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      count += bean.getName().contains("MarkSweep") ? bean.getCollectionCount() : 0;
    }
    return count;
  }
}
