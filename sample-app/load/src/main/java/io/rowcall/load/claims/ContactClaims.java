package io.rowcall.load.claims;

import static io.rowcall.load.run.Variant.BASELINE;
import static io.rowcall.load.run.Variant.OPTIMIZED;

import io.rowcall.load.run.Result;
import io.rowcall.load.service.Monitor;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;

/** Claims of the document on the contacts. */
final class ContactClaims {

  private ContactClaims() {}

  static List<Claim> of(Figures figures) {
    var check = new ClaimChecker("my-500");
    List<Result.Row> rows = figures.rows(Source.CONTACTS);
    List<Result.Row> list = figures.rows(Endpoint.MY_500);
    check.drop(
        "average response",
        "1156 → < 100 ms",
        figures.meanMillis(BASELINE, list),
        figures.meanMillis(OPTIMIZED, list),
        100,
        0,
        " ms");
    check.atMost(
        "p95", "< 200 ms", figures.latency(OPTIMIZED, Endpoint.MY_500).p95Millis(), 200, " ms");
    check.atMost(
        "search, p95",
        "< 200 ms",
        figures.latency(OPTIMIZED, Endpoint.MY_500_SEARCH).p95Millis(),
        200,
        " ms");
    check.drop(
        "statements of the most expensive request",
        "501 → 2, and 1 for the caller; −90 %",
        figures.mostExecutions(BASELINE, Endpoint.MY_500),
        figures.mostExecutions(OPTIMIZED, Endpoint.MY_500),
        3,
        90,
        "");
    check.atMost(
        "average statement", "< 100 ms", figures.millisPerExecution(OPTIMIZED, rows), 100, " ms");
    check.atLeast(
        "hits",
        "> 80 %",
        figures.hitPercent(rows),
        80,
        " %",
        "the run is short: the first request of each user for each page is a miss");
    Double heap = figures.totals(OPTIMIZED).usage().heapBytes();
    check.atMost(
        "heap in use after GC", "< 100 MB", heap == null ? Double.NaN : heap / 1e6, 100, " MB");
    check.atMost(
        "cache memory", "< 50 MB", figures.totals(OPTIMIZED).cacheBytes() / 1e6, 50, " MB");
    Monitor.PoolUse pool = figures.totals(OPTIMIZED).pool();
    check.atMost("peak pool use", "< 80 %", 100.0 * pool.mostActive() / pool.max(), 79.99, " %");
    check.atMost(
        "errors",
        "< 1 %",
        100 * figures.totals(OPTIMIZED).errorRatio(),
        0.999,
        " %",
        "see the app's log");
    return check.results();
  }
}
