package io.acme.appservers;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Queries of a request: eleven executions over one table. */
final class Queries {
  static final String DONE = "done";

  private static final int ROWS = 10;

  private Queries() {}

  /** Queries the rows of a table, and then each of them. */
  static String run(String table) {
    try {
      DataSource source = lookup("java:app/jdbc/apps", DataSource.class);
      parent(source, table);
      children(source, table);
      return DONE;
    } catch (SQLException | NamingException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void parent(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement parent = connection.createStatement();
        ResultSet rows = parent.executeQuery("SELECT id FROM table_" + table)) {
      while (rows.next()) {
        rows.getInt(1);
      }
    }
  }

  private static void children(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT name FROM table_" + table + " WHERE id = ?")) {
      for (int id = 0; id < ROWS; id++) {
        query.setInt(1, id);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            rows.getString(1);
          }
        }
      }
    }
  }

  /** Four executions. */
  static void create() throws SQLException, NamingException {
    DataSource source = lookup("java:app/jdbc/apps", DataSource.class);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : new String[] {"table_a", "table_b"}) {
        statement.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY, name VARCHAR(20))");
        statement.execute("INSERT INTO " + table + " SELECT x, 'row' FROM SYSTEM_RANGE(0, 9)");
      }
    }
  }

  /** The server's executor. */
  static ManagedExecutorService executor() {
    try {
      return lookup("java:comp/DefaultManagedExecutorService", ManagedExecutorService.class);
    } catch (NamingException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @SuppressWarnings("BanJNDI") // The names are this class's own.
  private static <T> T lookup(String name, Class<T> type) throws NamingException {
    return type.cast(new InitialContext().lookup(name));
  }
}
