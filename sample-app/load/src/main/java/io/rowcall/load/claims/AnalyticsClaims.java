package io.rowcall.load.claims;

import static io.rowcall.load.run.Variant.BASELINE;
import static io.rowcall.load.run.Variant.OPTIMIZED;
import static io.rowcall.load.run.Variant.UNCACHED;

import io.rowcall.load.run.Result;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;

/** Claims of the document on analytics. */
final class AnalyticsClaims {

  private final Figures figures;
  private final List<Result.Row> rows;
  private final ClaimChecker check = new ClaimChecker("analytics");

  private AnalyticsClaims(Figures figures) {
    this.figures = figures;
    rows = figures.rows(Source.ANALYTICS);
  }

  static List<Claim> of(Figures figures) {
    var analytics = new AnalyticsClaims(figures);
    analytics.endpoint(Endpoint.EFFECTIVENESS, "effectiveness", 21_179, 350);
    analytics.endpoint(Endpoint.EVOLUTION, "evolution", 2780, 200);
    analytics.endpoint(Endpoint.RECOMMENDATIONS, "recommendations", 1840, 180);
    analytics.together();
    analytics.cache();
    return analytics.check.results();
  }

  private void endpoint(Endpoint endpoint, String name, int before, int after) {
    List<Result.Row> row = figures.rows(endpoint);
    check.drop(
        name + ", average",
        before + " → " + after + " ms",
        figures.meanMillis(BASELINE, row),
        figures.meanMillis(OPTIMIZED, row),
        after,
        0,
        " ms");
    check.atMost(
        name + ", p95", "< 500 ms", figures.latency(OPTIMIZED, endpoint).p95Millis(), 500, " ms");
  }

  private void together() {
    check.drop(
        "average of the three",
        "8600 → 240 ms, 35 ×",
        figures.meanMillis(BASELINE, rows),
        figures.meanMillis(OPTIMIZED, rows),
        240,
        100 - 100 / 35.0,
        " ms");
    check.drop(
        "statements of a request",
        "10–15 → 2–3",
        figures.executions(BASELINE, rows),
        figures.executions(OPTIMIZED, rows),
        3,
        0,
        "");
    check.atLeast(
        "statements, times fewer",
        "3–5 ×",
        figures.executions(BASELINE, rows) / figures.executions(OPTIMIZED, rows),
        3,
        " ×",
        "most baseline requests find nothing new to save, and evolution is one statement in both forms");
    List<Result.Row> batches = figures.rows(Endpoint.CALENDAR_SYNC, Endpoint.SLACK_EVENTS);
    check.atLeast(
        "writes in one batch (sync, Slack), times faster",
        "5 ×",
        figures.meanMillis(BASELINE, batches) / figures.meanMillis(UNCACHED, batches),
        5,
        " ×",
        "the database's driver sends a round trip for each row of a batch");
  }

  private void cache() {
    double hits = figures.hitPercent(rows);
    check.atLeast(
        "hits",
        "0 → 50–60 %",
        hits,
        50,
        " %",
        "the run is short: the first request of each user is a miss");
    double hit = figures.latency(OPTIMIZED, Endpoint.EVOLUTION).p50Millis();
    check.atMost("a hit takes (p50 of evolution)", "5–10 ms", hit, 10, " ms");
    List<Result.Row> row = figures.rows(Endpoint.RECOMMENDATIONS);
    double before = figures.meanMillis(BASELINE, row);
    double miss = figures.meanMillis(UNCACHED, row);
    check.drop(
        "1000 × recommendations, by this hit ratio",
        "1,840,000 → 922,500 ms, −49.8 %",
        1000 * before,
        10 * (hits * hit + (100 - hits) * miss),
        922_500,
        49.8,
        " ms");
  }
}
