package io.rowcall.sample.load;

import static io.rowcall.sample.load.Variant.BASELINE;
import static io.rowcall.sample.load.Variant.OPTIMIZED;

import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;

/** What the document on the scheduling polls promises. */
final class EventClaims {

  private EventClaims() {}

  static List<Claim> of(Figures figures) {
    var promises = new Claims("events");
    List<Result.Row> mine = figures.rows(Source.EVENTS);
    promises.falls(
        "average response",
        "1500–2000 → 150–300 ms, −80 %",
        figures.meanMillis(BASELINE, mine),
        figures.meanMillis(OPTIMIZED, mine),
        300,
        80,
        " ms");
    promises.most(
        "p95", "< 200 ms", figures.latency(OPTIMIZED, Source.EVENTS).p95Millis(), 200, " ms");
    promises.falls(
        "statements of the most expensive request",
        "5–8 → 1, −85 %",
        figures.mostExecutions(BASELINE, Endpoint.EVENT),
        figures.mostExecutions(OPTIMIZED, Endpoint.EVENT),
        1,
        85,
        "");
    double hits = figures.hitPercent(mine);
    promises.least(
        "hits", "20–30 → 70–80 %", hits, 70, " %", "answers are kept for 30 s at most, by design");
    promises.falls("misses among lookups", "−60 to −70 %", 100, 100 - hits, 100, 60, " %");
    promises.falls(
        "database time of a request",
        "−70 to −80 %",
        figures.databaseMillis(BASELINE, mine),
        figures.databaseMillis(OPTIMIZED, mine),
        Double.POSITIVE_INFINITY,
        70,
        " ms");
    promises.falls(
        "service: connection held by a request",
        "−30 to −40 %",
        held(figures, BASELINE),
        held(figures, OPTIMIZED),
        Double.POSITIVE_INFINITY,
        30,
        " ms");
    Usage before = figures.totals(BASELINE).usage();
    Usage after = figures.totals(OPTIMIZED).usage();
    promises.falls(
        "service: CPU of a request",
        "−40 to −50 %",
        before.cpuMillis(),
        after.cpuMillis(),
        Double.POSITIVE_INFINITY,
        40,
        " ms",
        "a young JVM still compiles, and the server's own work is the same for every request");
    promises.falls(
        "service: memory allocated by a request",
        "−30 to −40 %",
        megabytes(before.allocatedBytes()),
        megabytes(after.allocatedBytes()),
        Double.POSITIVE_INFINITY,
        30,
        " MB",
        "a miss also allocates what the cache takes in");
    double heapBefore = megabytes(before.heapBytes());
    double heapAfter = megabytes(after.heapBytes());
    promises.told(
        "service: heap that stays in use",
        "−30 to −40 %",
        heapBefore + heapAfter,
        Claims.text(heapBefore) + " → " + Claims.text(heapAfter) + " MB",
        heapAfter <= 0.7 * heapBefore,
        "the optimized form keeps a cache that the baseline does not have, and the rest of the heap is the server's");
    return promises.judged();
  }

  private static double held(Figures figures, Variant lane) {
    Result.Totals totals = figures.totals(lane);
    return (totals.pool().waitedMillis() + totals.pool().heldMillis()) / totals.requests();
  }

  private static double megabytes(@org.jspecify.annotations.Nullable Double bytes) {
    return bytes == null ? Double.NaN : bytes / 1e6;
  }
}
