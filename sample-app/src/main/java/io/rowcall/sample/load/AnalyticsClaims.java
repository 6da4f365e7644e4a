package io.rowcall.sample.load;

import static io.rowcall.sample.load.Variant.BASELINE;
import static io.rowcall.sample.load.Variant.OPTIMIZED;
import static io.rowcall.sample.load.Variant.UNCACHED;

import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;

/** What the document on the analytics promises. */
final class AnalyticsClaims {

  private final Figures figures;
  private final List<Result.Row> mine;
  private final Claims promises = new Claims("analytics");

  private AnalyticsClaims(Figures figures) {
    this.figures = figures;
    mine = figures.rows(Source.ANALYTICS);
  }

  static List<Claim> of(Figures figures) {
    var analytics = new AnalyticsClaims(figures);
    analytics.endpoint(Endpoint.EFFECTIVENESS, "effectiveness", 21_179, 350);
    analytics.endpoint(Endpoint.EVOLUTION, "evolution", 2780, 200);
    analytics.endpoint(Endpoint.RECOMMENDATIONS, "recommendations", 1840, 180);
    analytics.together();
    analytics.cache();
    return analytics.promises.judged();
  }

  private void endpoint(Endpoint endpoint, String name, int before, int after) {
    List<Result.Row> row = figures.rows(endpoint);
    promises.falls(
        name + ", average",
        before + " → " + after + " ms",
        figures.meanMillis(BASELINE, row),
        figures.meanMillis(OPTIMIZED, row),
        after,
        0,
        " ms");
    promises.most(
        name + ", p95", "< 500 ms", figures.latency(OPTIMIZED, endpoint).p95Millis(), 500, " ms");
  }

  private void together() {
    promises.falls(
        "average of the three",
        "8600 → 240 ms, 35 ×",
        figures.meanMillis(BASELINE, mine),
        figures.meanMillis(OPTIMIZED, mine),
        240,
        100 - 100 / 35.0,
        " ms");
    promises.falls(
        "statements of a request",
        "10–15 → 2–3",
        figures.executions(BASELINE, mine),
        figures.executions(OPTIMIZED, mine),
        3,
        0,
        "");
    promises.least(
        "statements, times fewer",
        "3–5 ×",
        figures.executions(BASELINE, mine) / figures.executions(OPTIMIZED, mine),
        3,
        " ×",
        "most baseline requests find nothing new to save, and evolution is one statement in both forms");
    List<Result.Row> batches = figures.rows(Endpoint.CALENDAR_SYNC, Endpoint.SLACK_EVENTS);
    promises.least(
        "writes in one batch (sync, Slack), times faster",
        "5 ×",
        figures.meanMillis(BASELINE, batches) / figures.meanMillis(UNCACHED, batches),
        5,
        " ×",
        "the database's driver sends a round trip for each row of a batch");
  }

  private void cache() {
    double hits = figures.hitPercent(mine);
    promises.least(
        "hits",
        "0 → 50–60 %",
        hits,
        50,
        " %",
        "the run is short: the first request of each user is a miss");
    double hit = figures.latency(OPTIMIZED, Endpoint.EVOLUTION).p50Millis();
    promises.most("a hit takes (p50 of evolution)", "5–10 ms", hit, 10, " ms");
    List<Result.Row> row = figures.rows(Endpoint.RECOMMENDATIONS);
    double before = figures.meanMillis(BASELINE, row);
    double miss = figures.meanMillis(UNCACHED, row);
    promises.falls(
        "1000 × recommendations, by this hit ratio",
        "1,840,000 → 922,500 ms, −49.8 %",
        1000 * before,
        10 * (hits * hit + (100 - hits) * miss),
        922_500,
        49.8,
        " ms");
  }
}
