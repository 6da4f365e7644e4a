package io.rowcall.load.database;

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
  void usesAnIndexForEachStatement() throws Exception {
    try (PostgresServer server = PostgresServer.embedded()) {
      // With as few rows as in a test, a sequential scan is cheaper than any index.
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
                .filter(PostgresServerTest::isOurs)
                .count());
      }
    }
  }

  @Test
  void createsDatabasesAtAUrlAndDropsThem() throws Exception {
    try (PostgresServer embedded = PostgresServer.embedded()) {
      DatabaseUrl admin = embedded.create("admin");
      try (var remote = new RemoteDatabase(PostgresServer.at(admin), Duration.ofMillis(1))) {
        String url = remote.create("created", Volumes.SMALL, true);
        assertEquals(Volumes.SMALL.users(), users(url));
        assertTrue(exists(admin));
      }
      assertFalse(exists(admin));
    }
  }

  @Test
  void refusesAnotherMachine() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> PostgresServer.at(DatabaseUrl.parse("postgresql://u:s3cret@db.example.org/x")));
    assertEquals(
        "the demo loads a database on this machine only; DATABASE_URL points to db.example.org",
        thrown.getMessage());
  }

  private static boolean isOurs(String index) {
    return index.startsWith("idx_");
  }

  private static int users(String url) {
    try (Database database = open(DatabaseUrl.parse(url))) {
      return count(database, "SELECT COUNT(*) FROM users");
    }
  }

  private static boolean exists(DatabaseUrl admin) {
    try (Database database = open(admin)) {
      return count(
              database, "SELECT COUNT(*) FROM pg_database WHERE datname = 'rowcall_demo_created'")
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
