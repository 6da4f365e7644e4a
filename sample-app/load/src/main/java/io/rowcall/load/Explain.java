package io.rowcall.load;

import io.rowcall.load.database.DatabaseServer;
import io.rowcall.load.output.TextTable;
import io.rowcall.sample.data.SampleData;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.Database;
import io.rowcall.sample.db.Plans;
import io.rowcall.sample.db.PoolSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how the database runs its statements without and with indexes: the plans, the time of each
 * statement, the size of each index, and the cost of the indexes for a write.
 */
public final class Explain {

  private Explain() {}

  public static void main(String[] arguments) throws Exception {
    DemoOptions options;
    try {
      options = DemoOptions.parse(arguments, System.getenv());
    } catch (IllegalArgumentException invalid) {
      System.err.println(invalid.getMessage());
      System.exit(2);
      return;
    }
    try (DatabaseServer server = options.server();
        Database database = Database.open(server.create("explain"), PoolSettings.DEFAULT)) {
      database.migrate(false);
      SampleData.load(database.pool(), options.data(), Instant.now());
      State before = State.capture(database);
      before.print("without indexes");
      database.migrate(true);
      State after = State.capture(database);
      after.print("with indexes");
      System.out.println(database.product() + ", " + options.data().name() + " data");
      System.out.print(compare(before, after));
      System.out.printf(
          Locale.ROOT,
          "inserting a thousand patterns: %.1f ms → %.1f ms%n",
          before.insertMillis(),
          after.insertMillis());
    }
  }

  /** Snapshot of plans, times and sizes. */
  private record State(
      Map<String, String> plans,
      Map<String, Double> millis,
      Map<String, Long> bytes,
      double insertMillis) {

    static State capture(Database database) throws Exception {
      boolean postgres = database.isPostgres();
      if (postgres) {
        database.jdbi().useHandle(handle -> handle.execute("ANALYZE"));
      }
      return new State(
          Plans.explain(database.jdbi(), true),
          Plans.millis(database.jdbi()),
          postgres ? Plans.bytes(database.jdbi()) : Map.of(),
          Plans.insertMillis(database.jdbi(), Volumes.HOT_USER));
    }

    void print(String when) {
      plans.forEach(
          (index, plan) -> {
            System.out.println("== " + index + ", " + when);
            System.out.println(plan);
            System.out.println();
          });
    }
  }

  private static String compare(State before, State after) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"statement, by the index it needs", "ms", "times faster", "KB"});
    before
        .millis()
        .forEach(
            (index, millis) -> {
              double faster = after.millis().getOrDefault(index, Double.NaN);
              Long bytes = after.bytes().get(index);
              rows.add(
                  new String[] {
                    index,
                    String.format(Locale.ROOT, "%.2f → %.2f", millis, faster),
                    String.format(Locale.ROOT, "%.1f", millis / faster),
                    bytes == null ? "–" : Long.toString(bytes / 1024)
                  });
            });
    return TextTable.of(rows);
  }
}
