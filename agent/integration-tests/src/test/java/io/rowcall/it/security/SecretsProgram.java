package io.rowcall.it.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/**
 * Service that handles a secret in every way that an application may: in SQL of every database,
 * behind wrappers, in binds, URLs, exceptions, names of threads and keys of caches. Each request
 * runs everything; the secret is its first argument.
 */
final class SecretsProgram {
  /** A driver of its own, without a server, or a wrapper of one. */
  private static final List<String> URLS =
      List.of(
          "jdbc:h2:mem:a;USER=%s;PASSWORD=%s",
          "jdbc:p6spy:h2:mem:b;USER=%s;PASSWORD=%s",
          "jdbc:otel:h2:mem:c;USER=%s;PASSWORD=%s",
          "jdbc:log4jdbc:h2:mem:d;USER=%s;PASSWORD=%s",
          "jdbc:hsqldb:mem:e;user=%s;password=%s",
          "jdbc:derby:memory:f;create=true;user=%s;password=%s",
          "jdbc:sqlite::memory:?user=%s&password=%s",
          "jdbc:duckdb:");

  /** Where dollars quote; elsewhere the text between them is no literal. */
  private static final List<String> DOLLAR_TEXTS =
      List.of("SELECT E'a\\'%s'", "SELECT $$%s$$, $tag$ %s $tag$", "SELECT $open$ %s");

  /** Literals and the like, as one database or the other writes them; most fail everywhere else. */
  private static final List<String> TEXTS =
      List.of(
          "SELECT '%s'",
          "SELECT 'it''s %s'",
          "SELECT N'%s', n'%s'",
          "SELECT q'[%s]', Q'{%s}', nq'!%s!'",
          "SELECT _utf8'%s'",
          "SELECT U&'%s'",
          "SELECT /* %s */ 1 -- %s",
          "SELECT /* a /* %s */ b */ 1",
          "SELECT 'open %s",
          "SELECT /* open %s",
          "SELECT * FROM t WHERE a = '%s' AND b IN ('%s', '%s')",
          "INSERT INTO t VALUES ('%s', '%s'), ('%s', 'x')",
          "CREATE USER bob PASSWORD '%s'",
          "CREATE USER bob IDENTIFIED BY %s",
          "ALTER USER bob IDENTIFIED BY '%s' REPLACE '%s'",
          "ALTER ROLE bob WITH PASSWORD '%s'",
          "SET PASSWORD '%s'",
          "SET PASSWORD FOR bob = PASSWORD('%s')",
          "CONNECT TO db USER bob IDENTIFIED BY %s",
          "{call login('%s', '%s')}",
          "BEGIN login('%s'); END;",
          "SELECT a -> '%s' ->> '%s' FROM t",
          "SELECT CAST('%s' AS VARCHAR(99))",
          "SELECT DATE '2024-01-01' || '%s'",
          "VALUES '%s'");

  private SecretsProgram() {}

  public static void main(String[] arguments) throws Exception {
    String secret = arguments[0];
    System.setProperty(
        "log4jdbc.spylogdelegator.name", "net.sf.log4jdbc.log.slf4j.Slf4jSpyLogDelegator");
    Class.forName("net.sf.log4jdbc.sql.jdbcapi.DriverSpy");
    Class.forName("io.opentelemetry.instrumentation.jdbc.OpenTelemetryDriver");
    executeOutsideOfRequests(secret);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var stop = new CountDownLatch(1);
    server.createContext("/", exchange -> handle(exchange, secret, stop));
    server.start();
    System.out.println("READY " + server.getAddress().getPort());
    stop.await();
    server.stop(0);
    System.exit(0);
  }

  private static void handle(HttpExchange exchange, String secret, CountDownLatch stop)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    byte[] body = secret.getBytes(StandardCharsets.UTF_8);
    try {
      if (path.equals("/shutdown")) {
        stop.countDown();
      } else if (path.startsWith("/fail")) {
        throw new IllegalStateException(secret);
      } else {
        useEverything(secret);
      }
      exchange.getResponseHeaders().add("X-Secret", secret);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (RuntimeException failed) {
      exchange.sendResponseHeaders(500, -1);
      throw failed;
    } finally {
      exchange.close();
    }
  }

  private static void useEverything(String secret) {
    for (String url : URLS) {
      try (Connection connection = DriverManager.getConnection(url.replace("%s", secret))) {
        execute(connection, TEXTS, secret);
        if (url.startsWith("jdbc:duckdb")) {
          execute(connection, DOLLAR_TEXTS, secret);
        }
      } catch (SQLException unavailable) {
        System.out.println("SKIPPED " + url.substring(0, url.indexOf(':', 5)));
      }
    }
    try (Connection connection = pooled(secret).getConnection()) {
      execute(proxied(connection), TEXTS, secret);
    } catch (ReflectiveOperationException | SQLException failed) {
      throw new IllegalStateException(failed);
    }
    cache(secret);
  }

  private static void execute(Connection connection, List<String> texts, String secret) {
    for (String text : texts) {
      String sql = text.replace("%s", secret);
      attempt(connection, statement -> statement.execute(sql));
      attempt(connection, statement -> statement.addBatch(sql));
      try (PreparedStatement prepared = connection.prepareStatement(sql)) {
        prepared.execute();
      } catch (SQLException expected) {
        continue;
      }
    }
    for (int i = 0; i < 7; i++) {
      try (PreparedStatement prepared =
          connection.prepareStatement("SELECT * FROM (VALUES (1)) AS t WHERE '1' = ?")) {
        prepared.setString(1, secret + i / 2);
        try (ResultSet rows = prepared.executeQuery()) {
          while (rows.next()) {
            rows.getString(1);
          }
        }
      } catch (SQLException expected) {
        continue;
      }
    }
  }

  private interface Execution {
    void run(Statement statement) throws SQLException;
  }

  private static void attempt(Connection connection, Execution execution) {
    try (Statement statement = connection.createStatement()) {
      execution.run(statement);
      statement.executeBatch();
    } catch (SQLException expected) {
      return; // Most databases do not know most of the syntax.
    }
  }

  private static DataSource pooled(String secret) throws ReflectiveOperationException {
    Class<?> type = Class.forName("com.zaxxer.hikari.HikariDataSource");
    Object pool = type.getConstructor().newInstance();
    for (String[] property :
        new String[][] {
          {"JdbcUrl", "jdbc:h2:mem:g;DB_CLOSE_DELAY=1"},
          {"Username", secret},
          {"Password", secret},
          {"PoolName", "pool of " + secret},
        }) {
      type.getMethod("set" + property[0], String.class).invoke(pool, property[1]);
    }
    return (DataSource) pool;
  }

  private static Connection proxied(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            SecretsProgram.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(connection, arguments);
              } catch (java.lang.reflect.InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  /** An execution of a thread that exists before all requests is nobody's, and has its name. */
  private static void executeOutsideOfRequests(String secret) throws InterruptedException {
    var thread =
        new Thread(
            () -> {
              try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:h")) {
                attempt(
                    connection, statement -> statement.execute("SELECT 'unattributed " + secret));
              } catch (SQLException failed) {
                throw new IllegalStateException(failed);
              }
            },
            "worker of " + secret);
    thread.start();
    thread.join();
  }

  private static void cache(String secret) {
    try {
      Class<?> builder = Class.forName("com.github.benmanes.caffeine.cache.Caffeine");
      Object cache =
          builder.getMethod("build").invoke(builder.getMethod("newBuilder").invoke(null));
      Class<?> type = Class.forName("com.github.benmanes.caffeine.cache.Cache");
      type.getMethod("getIfPresent", Object.class).invoke(cache, secret);
      type.getMethod("put", Object.class, Object.class).invoke(cache, secret, secret);
      type.getMethod("getIfPresent", Object.class).invoke(cache, secret);
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
