package io.rowcall.sample.load;

import static io.rowcall.sample.load.Variant.BASELINE;
import static io.rowcall.sample.load.Variant.OPTIMIZED;

import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;

/** What the document on the contacts promises. */
final class ContactClaims {

  private ContactClaims() {}

  static List<Claim> of(Figures figures) {
    var promises = new Claims("my-500");
    List<Result.Row> mine = figures.rows(Source.CONTACTS);
    List<Result.Row> list = figures.rows(Endpoint.MY_500);
    promises.falls(
        "average response",
        "1156 → < 100 ms",
        figures.meanMillis(BASELINE, list),
        figures.meanMillis(OPTIMIZED, list),
        100,
        0,
        " ms");
    promises.most(
        "p95", "< 200 ms", figures.latency(OPTIMIZED, Endpoint.MY_500).p95Millis(), 200, " ms");
    promises.most(
        "search, p95",
        "< 200 ms",
        figures.latency(OPTIMIZED, Endpoint.MY_500_SEARCH).p95Millis(),
        200,
        " ms");
    promises.falls(
        "statements of the most expensive request",
        "501 → 2, and 1 for the caller; −90 %",
        figures.mostExecutions(BASELINE, Endpoint.MY_500),
        figures.mostExecutions(OPTIMIZED, Endpoint.MY_500),
        3,
        90,
        "");
    promises.most(
        "average statement", "< 100 ms", figures.millisOfAnExecution(OPTIMIZED, mine), 100, " ms");
    promises.least(
        "hits",
        "> 80 %",
        figures.hitPercent(mine),
        80,
        " %",
        "the run is short: the first request of each user for each page is a miss");
    Double heap = figures.totals(OPTIMIZED).usage().heapBytes();
    promises.most(
        "heap that stays in use", "< 100 MB", heap == null ? Double.NaN : heap / 1e6, 100, " MB");
    promises.most(
        "cache memory", "< 50 MB", figures.totals(OPTIMIZED).cacheBytes() / 1e6, 50, " MB");
    Monitor.PoolUse pool = figures.totals(OPTIMIZED).pool();
    promises.most(
        "pool in use at most", "< 80 %", 100.0 * pool.mostActive() / pool.max(), 79.99, " %");
    promises.most(
        "errors",
        "< 1 %",
        100 * figures.totals(OPTIMIZED).errorRatio(),
        0.999,
        " %",
        "the app's log names them");
    return promises.judged();
  }
}
