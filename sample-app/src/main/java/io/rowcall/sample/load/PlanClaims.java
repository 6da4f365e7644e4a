package io.rowcall.sample.load;

import static io.rowcall.sample.load.Variant.BASELINE;
import static io.rowcall.sample.load.Variant.OPTIMIZED;
import static io.rowcall.sample.load.Variant.UNCACHED;

import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;
import java.util.Locale;

/** What the plan for the meetings service promises. */
final class PlanClaims {

  private static final String SHORT_RUN =
      "the run is short: the first request of each user for each page is a miss";

  private final Figures figures;
  private final List<Result.Row> mine;
  private final Claims promises = new Claims("meetings, the plan");

  private PlanClaims(Figures figures) {
    this.figures = figures;
    mine = figures.rows(Source.MEETINGS);
  }

  static List<Claim> of(Figures figures) {
    var plan = new PlanClaims(figures);
    plan.endpoints();
    plan.averages();
    plan.database();
    plan.cache();
    plan.service();
    return plan.promises.judged();
  }

  /** The eight endpoints of which the plan gives figures. */
  private List<Result.Row> named() {
    return mine.stream().filter(row -> row.endpoint().target().afterMillis() > 0).toList();
  }

  private void endpoints() {
    for (Result.Row row : named()) {
      Endpoint.Target target = row.endpoint().target();
      double percent =
          100.0 * (target.beforeMillis() - target.afterMillis()) / target.beforeMillis();
      promises.falls(
          row.label(),
          String.format(
              Locale.ROOT,
              "%d → %d ms, −%.0f %%",
              target.beforeMillis(),
              target.afterMillis(),
              percent),
          figures.meanMillis(BASELINE, List.of(row)),
          figures.meanMillis(OPTIMIZED, List.of(row)),
          target.afterMillis(),
          Math.floor(percent),
          " ms");
    }
  }

  private void averages() {
    double before = figures.meanMillis(BASELINE, named());
    double after = figures.meanMillis(OPTIMIZED, named());
    promises.falls(
        "average of these, as printed", "900 → 331 ms, −63 %", before, after, 331, 63, " ms");
    promises.falls(
        "average of these, recomputed from the rows",
        "900 → 281 ms, −69 %",
        before,
        after,
        281,
        69,
        " ms");
    promises.falls(
        "average of all, by queries alone (no cache)",
        "−40 to −50 %",
        figures.meanMillis(BASELINE, mine),
        figures.meanMillis(UNCACHED, mine),
        Double.POSITIVE_INFINITY,
        40,
        " ms");
    promises.falls(
        "average of all, what the cache adds",
        "−15 to −20 %",
        figures.meanMillis(UNCACHED, mine),
        figures.meanMillis(OPTIMIZED, mine),
        Double.POSITIVE_INFINITY,
        15,
        " ms");
    promises.most(
        "average of all", "800–1200 → 300–400 ms", figures.meanMillis(OPTIMIZED, mine), 400, " ms");
    promises.falls(
        "p95 of all requests",
        "2000 → 600 ms",
        figures.latency(BASELINE, Source.MEETINGS).p95Millis(),
        figures.latency(OPTIMIZED, Source.MEETINGS).p95Millis(),
        600,
        0,
        " ms");
    promises.falls(
        "p99 of all requests",
        "3000 → 1000 ms",
        figures.latency(BASELINE, Source.MEETINGS).p99Millis(),
        figures.latency(OPTIMIZED, Source.MEETINGS).p99Millis(),
        1000,
        0,
        " ms");
    double slow = figures.overASecond(OPTIMIZED, mine);
    promises.count(
        "endpoints with a p95 over 1 s",
        "8 → 0–1",
        figures.overASecond(BASELINE, mine),
        slow,
        slow <= 1,
        "the table above names them");
  }

  private void database() {
    promises.falls(
        "database time of a request",
        "450 → 120 ms (100–150)",
        figures.databaseMillis(BASELINE, mine),
        figures.databaseMillis(OPTIMIZED, mine),
        150,
        0,
        " ms");
    double left = figures.nPlusOneFindings(OPTIMIZED, mine);
    double found = figures.nPlusOneFindings(BASELINE, mine);
    promises.count(
        "N+1 findings", "12 → 0", found, left, found >= 5 && left == 0, "the reports name them");
    Long slowBefore = figures.totals(BASELINE).statementsOverASecond();
    Long slowAfter = figures.totals(OPTIMIZED).statementsOverASecond();
    promises.count(
        "statements over 1 s",
        "8 → 1",
        slowBefore == null ? Double.NaN : slowBefore,
        slowAfter == null ? Double.NaN : slowAfter,
        slowAfter != null && slowAfter <= 1,
        "the reports name them");
    double before = poolPercent(BASELINE);
    double after = poolPercent(OPTIMIZED);
    promises.told(
        "pool in use at most",
        "80 → 45 %",
        before + after,
        String.format(Locale.ROOT, "%.0f → %.0f %%", before, after),
        after <= 45,
        "parallel queries take two connections for one request, and the peak is that of full speed");
  }

  private double poolPercent(Variant lane) {
    Monitor.PoolUse pool = figures.totals(lane).pool();
    return 100.0 * pool.mostActive() / pool.max();
  }

  private void cache() {
    promises.least("hits", "0 → 65–75 %", figures.hitPercent(mine), 65, " %", SHORT_RUN);
    category("settings", 75, 85, Endpoint.USAGE, Endpoint.SUBSCRIPTION);
    category("meetings", 60, 70, Endpoint.MEETINGS_LIST, Endpoint.MEETINGS_FIELDS);
    category("calendar", 45, 60, Endpoint.CALENDAR_EVENTS, Endpoint.CALENDAR_STATUS);
    category("bot settings", 80, 90, Endpoint.BOT_SETTINGS);
    category("integrations", 55, 65, Endpoint.INTEGRATIONS_LIST, Endpoint.INTEGRATIONS_CALENDAR);
  }

  private void category(String name, int hits, int gain, Endpoint... endpoints) {
    List<Result.Row> rows = figures.rows(endpoints);
    double hit = figures.hitPercent(rows);
    double before = figures.meanMillis(BASELINE, rows);
    double after = figures.meanMillis(OPTIMIZED, rows);
    double fall = 100 * (1 - after / before);
    promises.told(
        name + ": hits, response",
        hits + " %, −" + gain + " %",
        hit + fall,
        String.format(Locale.ROOT, "%.0f %%, −%.0f %%", hit, fall),
        hit >= hits && fall >= gain,
        hit >= hits ? Claims.FAST_BASELINE : SHORT_RUN);
  }

  private void service() {
    promises.least(
        "requests a second at full speed",
        "50 → 150",
        figures.totals(OPTIMIZED).requestsPerSecondAtFullSpeed(),
        150,
        "",
        "app, database and load share the cores of one machine");
    promises.most(
        "errors",
        "< 0.5 → < 0.1 %",
        100 * figures.totals(OPTIMIZED).errorRatio(),
        0.0999,
        " %",
        "the app's log names them");
  }
}
