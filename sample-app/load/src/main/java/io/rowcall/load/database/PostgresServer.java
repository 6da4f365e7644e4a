package io.rowcall.load.database;

import io.rowcall.sample.db.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** PostgreSQL: a running one on this machine, or one started for the demo. */
public final class PostgresServer implements DatabaseServer {

  /** Prefix of every database created here. */
  private static final String PREFIX = "rowcall_demo_";

  private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private final AutoCloseable server;
  private final DatabaseUrl admin;
  private final int port;
  private final List<String> created = new ArrayList<>();

  private PostgresServer(AutoCloseable server, DatabaseUrl admin, int port) {
    this.server = server;
    this.admin = admin;
    this.port = port;
  }

  /** Starts a server that ends with this process. */
  public static PostgresServer embedded() throws IOException {
    EmbeddedPostgres started = EmbeddedPostgres.start();
    return new PostgresServer(
        started, DatabaseUrl.parse(started.getJdbcUrl("postgres", "postgres")), started.getPort());
  }

  /**
   * Uses the server at a URL, whose user must be allowed to create databases.
   *
   * @throws IllegalArgumentException if it is not on this machine: the demo never loads another one
   */
  public static PostgresServer at(DatabaseUrl admin) {
    URI uri = URI.create(admin.jdbcUrl().substring("jdbc:".length()));
    if (uri.getHost() == null || !LOCAL_HOSTS.contains(uri.getHost())) {
      throw new IllegalArgumentException(
          "the demo loads a database on this machine only; DATABASE_URL points to "
              + uri.getHost());
    }
    return new PostgresServer(() -> {}, admin, uri.getPort() < 0 ? 5432 : uri.getPort());
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public DatabaseUrl create(String name) throws SQLException {
    drop(name);
    execute("CREATE DATABASE " + PREFIX + name);
    created.add(name);
    return DatabaseUrl.parse(urlAt(port, name));
  }

  @Override
  public String urlAt(int localPort, String name) {
    Properties login = login();
    List<String> parameters = new ArrayList<>();
    for (String key : login.stringPropertyNames()) {
      parameters.add(key + "=" + URLEncoder.encode(login.getProperty(key), StandardCharsets.UTF_8));
    }
    return "jdbc:postgresql://localhost:"
        + localPort
        + "/"
        + PREFIX
        + name
        + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
  }

  @Override
  public void close() throws Exception {
    for (String name : created) {
      drop(name);
    }
    server.close();
  }

  private void drop(String name) throws SQLException {
    execute("DROP DATABASE IF EXISTS " + PREFIX + name + " WITH (FORCE)");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(admin.jdbcUrl(), login());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns user and password, from the URL's authority or its query. */
  private Properties login() {
    var login = new Properties();
    String query = URI.create(admin.jdbcUrl().substring("jdbc:".length())).getQuery();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          login.setProperty(pair.substring(0, equals), pair.substring(equals + 1));
        }
      }
    }
    if (admin.user() != null) {
      login.setProperty("user", admin.user());
    }
    if (admin.password() != null) {
      login.setProperty("password", admin.password());
    }
    return login;
  }
}
