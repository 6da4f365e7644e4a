package io.rowcall.sample.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.data.SampleData;
import io.rowcall.sample.data.Volumes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationTest {

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(DatabaseUrl.inMemory("migration"), PoolSettings.DEFAULT);
    database.jdbi().useHandle(handle -> handle.execute("DROP ALL OBJECTS"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void createsIndexesOnRequestAndIsIdempotent() throws Exception {
    database.migrate(false);
    assertEquals(List.of(), indexes());
    database.migrate(true);
    assertEquals(35, indexes().size());
    database.migrate(true);
    assertEquals(35, indexes().size());
  }

  @Test
  void usesAnIndexForEachStatement() throws Exception {
    database.migrate(false);
    SampleData.load(database.pool(), Volumes.SMALL, Instant.now());
    Plans.explain(database.jdbi(), false)
        .forEach((index, plan) -> assertFalse(uses(plan, index), plan));
    database.migrate(true);
    Map<String, String> plans = Plans.explain(database.jdbi(), false);
    assertEquals(16, plans.size());
    plans.forEach((index, plan) -> assertTrue(uses(plan, index), () -> index + ": " + plan));
    String priority = plans.getOrDefault("idx_contacts_user_priority", "");
    assertTrue(priority.contains("index sorted"), priority);
  }

  private static boolean uses(String plan, String index) {
    return plan.toLowerCase(Locale.ROOT).contains(index);
  }

  private List<String> indexes() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT index_name FROM information_schema.indexes WHERE index_name LIKE 'IDX!_%' ESCAPE '!'")
                    .mapTo(String.class)
                    .list());
  }
}
