package io.rowcall.sample.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.data.SampleData;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.Database;
import io.rowcall.sample.db.DatabaseUrl;
import io.rowcall.sample.db.Plans;
import io.rowcall.sample.db.PoolSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

  @Test
  void givesEachStatementItsIndexOnPostgresToo() throws Exception {
    try (PostgresServer server = PostgresServer.embedded()) {
      // The rows of a test are so few that a scan of all of them is cheaper than any index.
      DatabaseUrl url =
          DatabaseUrl.parse(server.create("plans").jdbcUrl() + "&options=-c%20enable_seqscan=off");
      try (Database database = Database.open(url, PoolSettings.DEFAULT.withMaxConnections(2))) {
        database.migrate(false);
        SampleData.load(database.pool(), Volumes.SMALL, Instant.now());
        Plans.explain(database.jdbi(), true)
            .forEach(
                (index, plan) -> {
                  assertTrue(plan.contains("Seq Scan"), () -> index + ": " + plan);
                  assertFalse(plan.contains("idx_"), () -> index + ": " + plan);
                });
        database.migrate(true);
        database.jdbi().useHandle(handle -> handle.execute("ANALYZE"));
        Map<String, String> plans = Plans.explain(database.jdbi(), true);
        assertEquals(16, plans.size());
        plans.forEach(
            (index, plan) -> assertTrue(plan.contains("idx_"), () -> index + ": " + plan));
        assertEquals(
            35 + 1,
            Plans.bytes(database.jdbi()).keySet().stream()
                .filter(PostgresServerTest::ours)
                .count());
      }
    }
  }

  @Test
  void makesDatabasesAtAUrlAndDropsThem() throws Exception {
    try (PostgresServer embedded = PostgresServer.embedded()) {
      DatabaseUrl admin = embedded.create("admin");
      try (var remote = new RemoteDatabase(PostgresServer.at(admin), Duration.ofMillis(1))) {
        String url = remote.create("made", Volumes.SMALL, true);
        assertEquals(Volumes.SMALL.users(), users(url));
        assertTrue(exists(admin));
      }
      assertFalse(exists(admin));
    }
  }

  @Test
  void putsNoLoadOnAnotherMachine() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> PostgresServer.at(DatabaseUrl.parse("postgresql://u:s3cret@db.example.org/x")));
    assertEquals(
        "the demo puts its load on a database of this machine only; DATABASE_URL is at db.example.org",
        refused.getMessage());
  }

  private static boolean ours(String index) {
    return index.startsWith("idx_");
  }

  private static int users(String url) {
    try (Database database = open(DatabaseUrl.parse(url))) {
      return count(database, "SELECT COUNT(*) FROM users");
    }
  }

  private static boolean exists(DatabaseUrl admin) {
    try (Database database = open(admin)) {
      return count(database, "SELECT COUNT(*) FROM pg_database WHERE datname = 'rowcall_demo_made'")
          == 1;
    }
  }

  private static Database open(DatabaseUrl url) {
    return Database.open(url, PoolSettings.DEFAULT.withMaxConnections(1));
  }

  private static int count(Database database, String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
