package io.rowcall.load.claims;

import static io.rowcall.load.run.Variant.BASELINE;
import static io.rowcall.load.run.Variant.OPTIMIZED;
import static io.rowcall.load.run.Variant.UNCACHED;

import io.rowcall.load.run.Result;
import io.rowcall.load.run.Variant;
import io.rowcall.load.service.Monitor;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;
import java.util.Locale;

/** Claims of the plan for the meetings service. */
final class PlanClaims {

  private static final String SHORT_RUN =
      "the run is short: the first request of each user for each page is a miss";

  private final Figures figures;
  private final List<Result.Row> rows;
  private final ClaimChecker check = new ClaimChecker("meetings, the plan");

  private PlanClaims(Figures figures) {
    this.figures = figures;
    rows = figures.rows(Source.MEETINGS);
  }

  static List<Claim> of(Figures figures) {
    var plan = new PlanClaims(figures);
    plan.endpoints();
    plan.averages();
    plan.database();
    plan.cache();
    plan.service();
    return plan.check.results();
  }

  /** Returns the eight endpoints for which the plan gives figures. */
  private List<Result.Row> named() {
    return rows.stream().filter(row -> row.endpoint().target().afterMillis() > 0).toList();
  }

  private void endpoints() {
    for (Result.Row row : named()) {
      Endpoint.Target target = row.endpoint().target();
      double percent =
          100.0 * (target.beforeMillis() - target.afterMillis()) / target.beforeMillis();
      check.drop(
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
    check.drop(
        "average of these, as printed", "900 → 331 ms, −63 %", before, after, 331, 63, " ms");
    check.drop(
        "average of these, recomputed from the rows",
        "900 → 281 ms, −69 %",
        before,
        after,
        281,
        69,
        " ms");
    check.drop(
        "average of all, by queries alone (no cache)",
        "−40 to −50 %",
        figures.meanMillis(BASELINE, rows),
        figures.meanMillis(UNCACHED, rows),
        Double.POSITIVE_INFINITY,
        40,
        " ms");
    check.drop(
        "average of all, what the cache adds",
        "−15 to −20 %",
        figures.meanMillis(UNCACHED, rows),
        figures.meanMillis(OPTIMIZED, rows),
        Double.POSITIVE_INFINITY,
        15,
        " ms");
    check.atMost(
        "average of all", "800–1200 → 300–400 ms", figures.meanMillis(OPTIMIZED, rows), 400, " ms");
    check.drop(
        "p95 of all requests",
        "2000 → 600 ms",
        figures.latency(BASELINE, Source.MEETINGS).p95Millis(),
        figures.latency(OPTIMIZED, Source.MEETINGS).p95Millis(),
        600,
        0,
        " ms");
    check.drop(
        "p99 of all requests",
        "3000 → 1000 ms",
        figures.latency(BASELINE, Source.MEETINGS).p99Millis(),
        figures.latency(OPTIMIZED, Source.MEETINGS).p99Millis(),
        1000,
        0,
        " ms");
    double slow = figures.slowerThanOneSecond(OPTIMIZED, rows);
    check.count(
        "endpoints with a p95 over 1 s",
        "8 → 0–1",
        figures.slowerThanOneSecond(BASELINE, rows),
        slow,
        slow <= 1,
        "see the table above");
  }

  private void database() {
    check.drop(
        "database time of a request",
        "450 → 120 ms (100–150)",
        figures.databaseMillis(BASELINE, rows),
        figures.databaseMillis(OPTIMIZED, rows),
        150,
        0,
        " ms");
    double left = figures.nPlusOneFindings(OPTIMIZED, rows);
    double found = figures.nPlusOneFindings(BASELINE, rows);
    check.count("N+1 findings", "12 → 0", found, left, found >= 5 && left == 0, "see the reports");
    Long slowBefore = figures.totals(BASELINE).statementsOverASecond();
    Long slowAfter = figures.totals(OPTIMIZED).statementsOverASecond();
    check.count(
        "statements over 1 s",
        "8 → 1",
        slowBefore == null ? Double.NaN : slowBefore,
        slowAfter == null ? Double.NaN : slowAfter,
        slowAfter != null && slowAfter <= 1,
        "see the reports");
    double before = poolPercent(BASELINE);
    double after = poolPercent(OPTIMIZED);
    check.that(
        "peak pool use",
        "80 → 45 %",
        before + after,
        String.format(Locale.ROOT, "%.0f → %.0f %%", before, after),
        after <= 45,
        "parallel queries take two connections for one request, and the peak is that of full speed");
  }

  private double poolPercent(Variant variant) {
    Monitor.PoolUse pool = figures.totals(variant).pool();
    return 100.0 * pool.mostActive() / pool.max();
  }

  private void cache() {
    check.atLeast("hits", "0 → 65–75 %", figures.hitPercent(rows), 65, " %", SHORT_RUN);
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
    check.that(
        name + ": hits, response",
        hits + " %, −" + gain + " %",
        hit + fall,
        String.format(Locale.ROOT, "%.0f %%, −%.0f %%", hit, fall),
        hit >= hits && fall >= gain,
        hit >= hits ? ClaimChecker.FAST_BASELINE : SHORT_RUN);
  }

  private void service() {
    check.atLeast(
        "requests a second at full speed",
        "50 → 150",
        figures.totals(OPTIMIZED).requestsPerSecondAtFullSpeed(),
        150,
        "",
        "app, database and load generator share the cores of one machine");
    check.atMost(
        "errors",
        "< 0.5 → < 0.1 %",
        100 * figures.totals(OPTIMIZED).errorRatio(),
        0.0999,
        " %",
        "see the app's log");
  }
}
