package io.acme.libraries.pools;

import io.acme.libraries.Routes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Routes that use connections well or badly. Each makes one execution, unless stated otherwise. */
public final class PoolRoutes implements Routes {
  private static final int PAUSE_MILLIS = 500;

  private final DataSource pool;
  private final List<Connection> leaked = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  /** Creates a table behind {@code pool}. */
  public PoolRoutes(DataSource pool) throws SQLException {
    this.pool = pool;
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE numbers (n INT)");
      statement.execute("INSERT INTO numbers VALUES (42)");
    }
  }

  @Override
  public String handle(String path) throws Exception {
    return switch (path) {
      case "/pool/query" -> query();
      case "/pool/commit" -> commitAndRollBack();
      case "/pool/hold" -> hold();
      case "/pool/leak" -> leak();
      case "/pool/occupy" -> occupy();
      case "/pool/wait" -> waitForConnection();
      case "/pool/release" -> release();
      case "/pool/state" -> held.get() + " held, " + waiting.get() + " waiting";
      default -> throw new IllegalArgumentException(path);
    };
  }

  private String query() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return number(connection);
    }
  }

  private static String number(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n FROM numbers")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** 2 executions, 1 commit, 1 rollback. */
  private String commitAndRollBack() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeUpdate("UPDATE numbers SET n = n + 1");
      connection.rollback();
      statement.executeUpdate("UPDATE numbers SET n = n + 0");
      connection.commit();
      connection.setAutoCommit(true);
      return "done";
    }
  }

  private String hold() throws SQLException, InterruptedException {
    try (Connection connection = pool.getConnection()) { // call site: hold
      String number = number(connection);
      Thread.sleep(PAUSE_MILLIS);
      return number;
    }
  }

  private String leak() throws SQLException {
    Connection connection = pool.getConnection(); // call site: leak
    leaked.add(connection);
    return number(connection);
  }

  /** No execution; holds a connection until {@code /pool/release}. */
  private String occupy() throws SQLException, InterruptedException {
    try (Connection connection = pool.getConnection()) {
      held.incrementAndGet();
      release.await();
      return Boolean.toString(connection.isClosed());
    }
  }

  private String waitForConnection() throws SQLException {
    waiting.incrementAndGet();
    try (Connection connection = pool.getConnection()) { // call site: wait
      return number(connection);
    }
  }

  /** No execution. */
  private String release() throws InterruptedException {
    Thread.sleep(PAUSE_MILLIS);
    release.countDown();
    return "released";
  }
}
