package io.rowcall.core.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rowcall.core.sql.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Plans of a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanOnPostgresTest {
  private final EmbeddedPostgres postgres;
  private final Connection connection;

  PlanOnPostgresTest() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    connection = postgres.getPostgresDatabase().getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE visit (id int PRIMARY KEY, pet_id int, tags jsonb)");
      statement.execute(
          "INSERT INTO visit SELECT x, x / 3, '{}' FROM generate_series(1, 30000) AS x");
      statement.execute("ANALYZE visit");
    }
  }

  @AfterAll
  void stop() throws IOException, SQLException {
    connection.close();
    postgres.close();
  }

  @Test
  void findsAScanWithAFilter() throws SQLException {
    assertEquals(30_000, rows("SELECT * FROM visit v WHERE v.pet_id = ?"));
    assertEquals(30_000, rows("SELECT * FROM visit WHERE pet_id = ? AND tags ?? ?"));
  }

  @Test
  void findsNoneWithAnIndexOrWithoutAFilter() throws SQLException {
    assertEquals(0, rows("SELECT * FROM visit WHERE id = ?"));
    assertEquals(0, rows("SELECT * FROM visit"));
  }

  @Test
  void leavesNoPreparedStatement() throws SQLException {
    rows("SELECT * FROM visit WHERE pet_id = ?");
    assertEquals(30_000, rows("SELECT * FROM visit WHERE pet_id = ?"));
    assertThrows(SQLException.class, () -> rows("SELECT * FROM nowhere WHERE id = ?"));
    assertEquals(30_000, rows("SELECT * FROM visit WHERE pet_id = ?"));
  }

  private long rows(String sql) throws SQLException {
    return new Plan(connection, Dialect.POSTGRESQL).rowsScanned(sql, "VISIT");
  }
}
