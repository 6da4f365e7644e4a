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
 * Execution plan of a normalized SELECT from one table, as far as it shows a table scan. Statements
 * are explained without values for their parameters, never executed.
 *
 * <p>Supports PostgreSQL 12 and later, MySQL, MariaDB and H2.
 */
public final class Plan {
  private static final int TIMEOUT_SECONDS = 5;

  private final Connection connection;
  private final Dialect dialect;

  /**
   * @param connection a connection of the agent's own; see {@link OwnConnection}
   */
  public Plan(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Whether this database's plans can be read. */
  public static boolean isSupported(Dialect dialect) {
    return dialect == Dialect.POSTGRESQL || dialect == Dialect.MYSQL || dialect == Dialect.H2;
  }

  /**
   * The number of rows of the table, by the database's estimate, if the statement reads all of
   * them; 0 if it does not, or if the plan does not show it.
   */
  public long rowsScanned(String select, String table) throws SQLException {
    String bare = unqualified(table);
    switch (dialect) {
      case POSTGRESQL:
        return isScanOnPostgres(select, bare) ? estimatedRows(ROWS_ON_POSTGRES, bare) : 0;
      case H2:
        return isScanOnH2(select) ? estimatedRows(ROWS_ON_H2, bare) : 0;
      case MYSQL:
        return rowsScannedOnMySql(select);
      default:
        return 0;
    }
  }

  private static final String ROWS_ON_POSTGRES =
      "SELECT max(reltuples) FROM pg_class WHERE relkind IN ('r', 'p') AND lower(relname) ="
          + " lower(?)";

  private static final String ROWS_ON_H2 =
      "SELECT max(row_count_estimate) FROM information_schema.tables"
          + " WHERE upper(table_name) = upper(?)";

  /** Reads the generic plan, which PostgreSQL creates for unknown values. */
  private boolean isScanOnPostgres(String select, String table) throws SQLException {
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

  private boolean isScanOnH2(String select) throws SQLException {
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

  private long rowsScannedOnMySql(String select) throws SQLException {
    try (PreparedStatement explain = explain(select)) {
      int parameters = explain.getParameterMetaData().getParameterCount();
      for (int i = 1; i <= parameters; i++) {
        // With NULL, the plan is "Impossible WHERE"; a text is compared with any type by its index.
        explain.setString(i, "0");
      }
      try (ResultSet plan = explain.executeQuery()) {
        boolean scans =
            plan.next() && "ALL".equals(plan.getString("type")) && plan.getString("key") == null;
        return scans ? plan.getLong("rows") : 0;
      }
    }
  }

  private long estimatedRows(String query, String table) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setQueryTimeout(TIMEOUT_SECONDS);
      select.setString(1, table);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private PreparedStatement explain(String select) throws SQLException {
    PreparedStatement explain = connection.prepareStatement("EXPLAIN " + select);
    explain.setQueryTimeout(TIMEOUT_SECONDS);
    return explain;
  }

  private Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.setQueryTimeout(TIMEOUT_SECONDS);
    return statement;
  }

  /** The last part of a qualified name, unquoted. */
  private static String unqualified(String table) {
    String name = table.substring(table.lastIndexOf('.') + 1);
    int last = name.length() - 1;
    return last > 1 && (name.charAt(0) == '"' || name.charAt(0) == '`')
        ? name.substring(1, last)
        : name;
  }
}
