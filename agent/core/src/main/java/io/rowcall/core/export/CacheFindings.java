package io.rowcall.core.export;

import io.rowcall.core.findings.FindingClass;
import io.rowcall.core.findings.Verdict;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.CacheTotals;
import io.rowcall.format.Finding;
import java.util.List;
import java.util.Locale;

/**
 * Finds caches that know less than half of what they are asked, once they are warm. A ratio belongs
 * to no single request, so it is looked at when the report is written.
 */
final class CacheFindings {
  /** Fewer lookups say nothing. */
  private static final long LEAST_LOOKUPS = 100;

  private CacheFindings() {}

  static void addTo(List<Finding> findings, Aggregate aggregate) {
    for (CacheTotals cache : aggregate.caches()) {
      long lookups = cache.warmLookups();
      if (!cache.cache.isOfLibrary
          && lookups >= LEAST_LOOKUPS
          && cache.warmMisses() * 2 > lookups) {
        findings.add(finding(cache, aggregate.mostMissing(cache)));
      }
    }
  }

  private static Finding finding(CacheTotals cache, String endpoint) {
    Finding finding = new Finding();
    String name = cache.cache.name;
    long lookups = cache.warmLookups();
    long hits = lookups - cache.warmMisses();
    finding.type = FindingClass.LOW_CACHE_HIT_RATIO.text();
    finding.id = ReportBuilder.id(finding.type + '\n' + endpoint + '\n' + name);
    finding.verdict = Verdict.LIKELY.text();
    finding.endpoint = endpoint;
    finding.repeats.median = cache.warmMisses();
    finding.repeats.max = cache.warmMisses();
    finding.requests = 1;
    finding.advice = advice(cache);
    finding.sentence =
        String.format(
            Locale.ROOT,
            "Low cache hit ratio: %.0f %% of %d lookups in %s. %s",
            100.0 * hits / lookups,
            lookups,
            name,
            finding.advice);
    finding.evidence.add("not counting the lookups that warmed it up");
    finding.evidence.add("most misses of requests are of " + endpoint);
    long loads = cache.cache.loads();
    long evictions = cache.cache.evictions();
    finding.evidence.add(Labels.count(loads, "load") + ", " + Labels.count(evictions, "eviction"));
    return finding;
  }

  /** A cache that throws most of what it misses away again is too small for its keys. */
  private static String advice(CacheTotals cache) {
    return cache.cache.evictions() * 2 > cache.misses()
        ? "It evicts what is asked for again: make it larger, or keep less in it."
        : "Look at its key, and at its time to live: is anything asked for twice?";
  }
}
