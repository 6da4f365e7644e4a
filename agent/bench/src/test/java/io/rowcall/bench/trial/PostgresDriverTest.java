package io.rowcall.bench.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGStatement;

/** PostgreSQL's own driver against the stub. */
class PostgresDriverTest {
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "POSTGRESQL_LOOPBACK"})
  void returnsOneRowPerQuery(Database database) throws Exception {
    try (var pool = database.pool(1);
        Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT name FROM things WHERE id = ?")) {
      for (int i = 0; i < 20; i++) {
        query.setInt(1, i);
        try (ResultSet rows = query.executeQuery()) {
          assertTrue(rows.next());
          assertEquals("thing", rows.getString(1));
          assertFalse(rows.next());
        }
      }
      assertTrue(query.unwrap(PGStatement.class).isUseServerPrepare());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "POSTGRESQL_LOOPBACK"})
  void acceptsStatementsWithoutAResult(Database database) throws Exception {
    try (var pool = database.pool(1);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertFalse(statement.execute("SET application_name = 'trial'"));
      assertTrue(connection.isValid(1));
      connection.setAutoCommit(false);
      assertTrue(statement.execute("SELECT name FROM things"));
      connection.rollback();
    }
  }
}
