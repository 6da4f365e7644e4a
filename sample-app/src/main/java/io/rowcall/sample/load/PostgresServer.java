package io.rowcall.sample.load;

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

/** PostgreSQL: one that runs on this machine, or one that is started for the demo. */
final class PostgresServer implements DatabaseServer {

  /** What every database that is made here begins with. */
  private static final String PREFIX = "rowcall_demo_";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final AutoCloseable server;
  private final DatabaseUrl admin;
  private final int port;
  private final List<String> created = new ArrayList<>();

  private PostgresServer(AutoCloseable server, DatabaseUrl admin, int port) {
    this.server = server;
    this.admin = admin;
    this.port = port;
  }

  /**
   * Starts one that ends with this process.
   *
   * @throws IllegalArgumentException when it is not on the class path
   */
  static PostgresServer embedded() throws IOException {
    EmbeddedPostgres started;
    try {
      started = EmbeddedPostgres.start();
    } catch (NoClassDefFoundError missing) {
      throw new IllegalArgumentException(
          "--database postgres starts a PostgreSQL that only Maven brings along:"
              + " mvn -Pdemo -Ddemo.database=postgres; or set DATABASE_URL",
          missing);
    }
    return new PostgresServer(
        started, DatabaseUrl.parse(started.getJdbcUrl("postgres", "postgres")), started.getPort());
  }

  /**
   * The one at a URL, whose user may create databases.
   *
   * @throws IllegalArgumentException when it is not on this machine, which is the only one that a
   *     load may be put on
   */
  static PostgresServer at(DatabaseUrl admin) {
    URI uri = URI.create(admin.jdbcUrl().substring("jdbc:".length()));
    if (uri.getHost() == null || !THIS_MACHINE.contains(uri.getHost())) {
      throw new IllegalArgumentException(
          "the demo puts its load on a database of this machine only; DATABASE_URL is at "
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
  public String urlAt(int otherPort, String name) {
    Properties login = login();
    List<String> parameters = new ArrayList<>();
    for (String key : login.stringPropertyNames()) {
      parameters.add(key + "=" + URLEncoder.encode(login.getProperty(key), StandardCharsets.UTF_8));
    }
    return "jdbc:postgresql://localhost:"
        + otherPort
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

  /** User and password, whether they stand beside the URL or in its query. */
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
