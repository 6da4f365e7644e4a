package io.rowcall.load.claims;

import static io.rowcall.load.run.Variant.BASELINE;
import static io.rowcall.load.run.Variant.OPTIMIZED;

import io.rowcall.load.run.Result;
import io.rowcall.load.run.Usage;
import io.rowcall.load.run.Variant;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;

/** Claims of the document on the scheduling polls. */
final class EventClaims {

  private EventClaims() {}

  static List<Claim> of(Figures figures) {
    var check = new ClaimChecker("events");
    List<Result.Row> rows = figures.rows(Source.EVENTS);
    check.drop(
        "average response",
        "1500–2000 → 150–300 ms, −80 %",
        figures.meanMillis(BASELINE, rows),
        figures.meanMillis(OPTIMIZED, rows),
        300,
        80,
        " ms");
    check.atMost(
        "p95", "< 200 ms", figures.latency(OPTIMIZED, Source.EVENTS).p95Millis(), 200, " ms");
    check.drop(
        "statements of the most expensive request",
        "5–8 → 1, −85 %",
        figures.mostExecutions(BASELINE, Endpoint.EVENT),
        figures.mostExecutions(OPTIMIZED, Endpoint.EVENT),
        1,
        85,
        "");
    double hits = figures.hitPercent(rows);
    check.atLeast(
        "hits",
        "20–30 → 70–80 %",
        hits,
        70,
        " %",
        "answers are cached for 30 s at most, by design");
    check.drop("misses among lookups", "−60 to −70 %", 100, 100 - hits, 100, 60, " %");
    check.drop(
        "database time of a request",
        "−70 to −80 %",
        figures.databaseMillis(BASELINE, rows),
        figures.databaseMillis(OPTIMIZED, rows),
        Double.POSITIVE_INFINITY,
        70,
        " ms");
    check.drop(
        "service: connection held by a request",
        "−30 to −40 %",
        held(figures, BASELINE),
        held(figures, OPTIMIZED),
        Double.POSITIVE_INFINITY,
        30,
        " ms");
    Usage before = figures.totals(BASELINE).usage();
    Usage after = figures.totals(OPTIMIZED).usage();
    check.drop(
        "service: CPU of a request",
        "−40 to −50 %",
        before.cpuMillis(),
        after.cpuMillis(),
        Double.POSITIVE_INFINITY,
        40,
        " ms",
        "a young JVM still compiles, and the server's own work is the same for every request");
    check.drop(
        "service: memory allocated by a request",
        "−30 to −40 %",
        megabytes(before.allocatedBytes()),
        megabytes(after.allocatedBytes()),
        Double.POSITIVE_INFINITY,
        30,
        " MB",
        "a miss also allocates the cached value");
    double heapBefore = megabytes(before.heapBytes());
    double heapAfter = megabytes(after.heapBytes());
    check.that(
        "service: heap in use after GC",
        "−30 to −40 %",
        heapBefore + heapAfter,
        ClaimChecker.text(heapBefore) + " → " + ClaimChecker.text(heapAfter) + " MB",
        heapAfter <= 0.7 * heapBefore,
        "the optimized form has a cache that the baseline lacks, and the rest of the heap is the server's");
    return check.results();
  }

  private static double held(Figures figures, Variant variant) {
    Result.Totals totals = figures.totals(variant);
    return (totals.pool().waitedMillis() + totals.pool().heldMillis()) / totals.requests();
  }

  private static double megabytes(@org.jspecify.annotations.Nullable Double bytes) {
    return bytes == null ? Double.NaN : bytes / 1e6;
  }
}
