package io.rowcall.bench.trial;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Database of a trial, behind a HikariCP pool. */
public enum Database {
  /** H2 in memory. Its query cache holds all texts of a trial, so that no lookup parses SQL. */
  H2 {
    @Override
    String url() {
      return "jdbc:h2:mem:trial;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024";
    }

    @Override
    void fill(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP TABLE IF EXISTS things");
        statement.execute("CREATE TABLE things (id INT PRIMARY KEY, name VARCHAR(20))");
        statement.execute(
            "INSERT INTO things SELECT x, 'thing' FROM SYSTEM_RANGE(0, " + (ROWS - 1) + ")");
      }
    }
  },

  /**
   * PostgreSQL's driver, whose sockets are {@link PostgresSocket}s: no system call, and no thread
   * but the caller's.
   */
  POSTGRESQL {
    @Override
    String url() {
      return "jdbc:postgresql://localhost/trial"
          + PLAIN
          + "&socketFactory="
          + PostgresSocket.Factory.class.getName();
    }

    @Override
    void fill(Connection connection) {}
  },

  /** PostgreSQL's driver, connected over loopback to a {@link PostgresStub}. */
  POSTGRESQL_LOOPBACK {
    @Override
    String url() throws IOException {
      return "jdbc:postgresql://127.0.0.1:" + PostgresStub.start().port() + "/trial" + PLAIN;
    }

    @Override
    void fill(Connection connection) {}
  };

  static final int ROWS = 1_000;
  private static final String PLAIN =
      "?user=trial&password=trial&sslmode=disable&gssEncMode=disable";

  abstract String url() throws IOException;

  abstract void fill(Connection connection) throws SQLException;

  /** Starts the database and a pool of a number of connections. */
  public HikariDataSource pool(int connections) throws IOException, SQLException {
    var config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setMaximumPoolSize(connections);
    var pool = new HikariDataSource(config);
    try (Connection connection = pool.getConnection()) {
      fill(connection);
    }
    return pool;
  }
}
