package io.rowcall.sample.load;

import io.rowcall.sample.data.SampleData;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.Database;
import io.rowcall.sample.db.DatabaseUrl;
import io.rowcall.sample.db.Plans;
import io.rowcall.sample.db.PoolSettings;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * Prints how the database runs its statements before and after the indexes are there, on H2; with
 * {@code DATABASE_URL}, how that database runs them now.
 */
public final class Explain {

  private Explain() {}

  public static void main(String[] arguments) throws SQLException {
    String url = System.getenv("DATABASE_URL");
    if (url == null) {
      try (Database database =
          Database.open(DatabaseUrl.inMemory("explain"), PoolSettings.DEFAULT)) {
        database.migrate(false);
        SampleData.load(database.pool(), Volumes.STANDARD, Instant.now());
        print("without indexes", database);
        database.migrate(true);
        print("with indexes", database);
      }
    } else {
      try (Database database = Database.open(DatabaseUrl.parse(url), PoolSettings.DEFAULT)) {
        print(database.product(), database);
      }
    }
  }

  private static void print(String when, Database database) {
    for (Map.Entry<String, String> plan : Plans.explain(database.jdbi(), true).entrySet()) {
      System.out.println("== " + plan.getKey() + ", " + when);
      System.out.println(plan.getValue());
      System.out.println();
    }
  }
}
