package io.acme.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work of a job: a query, one more for each of its rows, and one on another thread. Each job does
 * it {@value #RUNS} times, fails at the end of the last of these runs, and does nothing afterwards.
 */
public final class Work {
  public static final int RUNS = 6;
  private static final Map<String, AtomicInteger> STARTED = new ConcurrentHashMap<>();
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

  private Work() {}

  /** Creates the tables. */
  public static void create() throws SQLException {
    try (Connection connection = CountedDatabase.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(20))");
      statement.execute("INSERT INTO item SELECT x, 'item' FROM SYSTEM_RANGE(1, 10)");
    }
  }

  /** Runs the work of a job. */
  public static void run(String job) {
    int run = STARTED.computeIfAbsent(job, name -> new AtomicInteger()).incrementAndGet();
    if (run > RUNS) {
      return;
    }
    try (Connection connection = CountedDatabase.source().getConnection()) {
      list(connection, job.replace('-', '_'));
      POOL.submit(Work::count).get();
    } catch (SQLException | InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    if (run == RUNS) {
      throw new IllegalStateException("the planned failure of " + job);
    }
  }

  /** Ends the other threads, without which the JVM would not end. */
  static void shutDown() {
    POOL.shutdown();
  }

  /**
   * @param alias a name of the table, so that each job has a statement of its own
   */
  private static void list(Connection connection, String alias) throws SQLException {
    try (Statement parent = connection.createStatement();
        ResultSet rows = parent.executeQuery("SELECT id FROM item");
        PreparedStatement query =
            connection.prepareStatement("SELECT name FROM item " + alias + " WHERE id = ?")) {
      while (rows.next()) {
        query.setInt(1, rows.getInt(1));
        try (ResultSet names = query.executeQuery()) { // call site: loop
          names.next();
        }
      }
    }
  }

  private static Object count() throws SQLException {
    try (Connection connection = CountedDatabase.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM item")) {
      count.next();
      return count.getInt(1);
    }
  }
}
