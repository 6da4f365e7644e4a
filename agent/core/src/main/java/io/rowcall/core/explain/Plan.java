package io.rowcall.core.explain;

import io.rowcall.core.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Locale;

/**
 * The plan of a normalized SELECT of one table, as far as it tells whether all of the table is
 * read. The statement is explained, never executed, and its parameters have no values.
 *
 * <p>Knows PostgreSQL from 12, MySQL, MariaDB and H2.
 */
public final class Plan {
  private static final int LIMIT_SECONDS = 5;

  private final Connection connection;
  private final Dialect dialect;

  /**
   * @param connection of the agent's own
   */
  public Plan(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Whether plans of this database can be read. */
  public static boolean canRead(Dialect dialect) {
    return dialect == Dialect.POSTGRESQL || dialect == Dialect.MYSQL || dialect == Dialect.H2;
  }

  /**
   * The rows of the table when the database would read all of them to answer, by its own estimate;
   * 0 when it would not, or does not say.
   */
  public long rowsScanned(String select, String table) throws SQLException {
    String bare = unqualified(table);
    switch (dialect) {
      case POSTGRESQL:
        return scansOnPostgres(select, bare) ? rows(ROWS_ON_POSTGRES, bare) : 0;
      case H2:
        return scansOnH2(select) ? rows(ROWS_ON_H2, bare) : 0;
      case MYSQL:
        return scannedOnMySql(select);
      default:
        return 0;
    }
  }

  private static final String ROWS_ON_POSTGRES =
      "SELECT max(reltuples) FROM pg_class WHERE relkind IN ('r', 'p') AND lower(relname) = lower(?)";

  private static final String ROWS_ON_H2 =
      "SELECT max(row_count_estimate) FROM information_schema.tables"
          + " WHERE upper(table_name) = upper(?)";

  /** A generic plan, which is the one for values that nobody knows. */
  private boolean scansOnPostgres(String select, String table) throws SQLException {
    try (Statement statement = statement()) {
      statement.execute("SET plan_cache_mode = force_generic_plan");
      int parameters = 0;
      StringBuilder text = new StringBuilder("PREPARE rowcall AS ");
      StringBuilder values = new StringBuilder();
      for (int i = 0; i < select.length(); i++) {
        char c = select.charAt(i);
        if (c != '?') {
          text.append(c);
        } else if (select.startsWith("??", i)) {
          text.append('?');
          i++;
        } else {
          parameters++;
          text.append('$').append(parameters);
          values.append(parameters == 1 ? "NULL" : ", NULL");
        }
      }
      statement.execute(text.toString());
      String explain = "EXPLAIN EXECUTE rowcall" + (parameters == 0 ? "" : "(" + values + ")");
      try (ResultSet lines = statement.executeQuery(explain)) {
        boolean scanning = false;
        while (lines.next()) {
          String line = lines.getString(1).toLowerCase(Locale.ROOT);
          if (line.contains("seq scan on " + table.toLowerCase(Locale.ROOT))) {
            scanning = true;
          } else if (scanning && line.trim().startsWith("filter:")) {
            return true;
          }
        }
      } finally {
        statement.execute("DEALLOCATE rowcall");
      }
      return false;
    }
  }

  private boolean scansOnH2(String select) throws SQLException {
    try (PreparedStatement explain = explain(select)) {
      int parameters = explain.getParameterMetaData().getParameterCount();
      for (int i = 1; i <= parameters; i++) {
        explain.setNull(i, Types.NULL);
      }
      try (ResultSet plan = explain.executeQuery()) {
        return plan.next() && plan.getString(1).contains(".tableScan */");
      }
    }
  }

  private long scannedOnMySql(String select) throws SQLException {
    try (PreparedStatement explain = explain(select)) {
      int parameters = explain.getParameterMetaData().getParameterCount();
      for (int i = 1; i <= parameters; i++) {
        // NULL would be "Impossible WHERE"; a text is compared with any type by its index.
        explain.setString(i, "0");
      }
      try (ResultSet plan = explain.executeQuery()) {
        boolean scans =
            plan.next() && "ALL".equals(plan.getString("type")) && plan.getString("key") == null;
        return scans ? plan.getLong("rows") : 0;
      }
    }
  }

  private long rows(String query, String table) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setQueryTimeout(LIMIT_SECONDS);
      select.setString(1, table);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private PreparedStatement explain(String select) throws SQLException {
    PreparedStatement explain = connection.prepareStatement("EXPLAIN " + select);
    explain.setQueryTimeout(LIMIT_SECONDS);
    return explain;
  }

  private Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.setQueryTimeout(LIMIT_SECONDS);
    return statement;
  }

  /** The last part of a name, without quotes. */
  private static String unqualified(String table) {
    String name = table.substring(table.lastIndexOf('.') + 1);
    int last = name.length() - 1;
    return last > 1 && (name.charAt(0) == '"' || name.charAt(0) == '`')
        ? name.substring(1, last)
        : name;
  }
}
