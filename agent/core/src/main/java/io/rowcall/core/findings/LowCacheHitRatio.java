package io.rowcall.core.findings;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A cache of the application that misses more than half of its lookups once it is warm. */
final class LowCacheHitRatio implements RunCheck {
  /** Fewer lookups prove nothing. */
  private static final long MIN_LOOKUPS = 100;

  @Override
  public String key() {
    return "low-cache-hit-ratio";
  }

  @Override
  public void detect(RunStats run, List<RunFinding> findings) {
    for (CacheUse cache : run.caches()) {
      if (cache.warmLookups >= MIN_LOOKUPS && cache.warmMisses * 2 > cache.warmLookups) {
        findings.add(
            RunFinding.about(
                cache.name, this, Verdict.LIKELY, cache.endpoint, cache.warmMisses, text(cache)));
      }
    }
  }

  private static FindingText text(CacheUse cache) {
    String description =
        String.format(
            Locale.ROOT,
            "Low cache hit ratio: %.0f %% of %d lookups in %s",
            100.0 * (cache.warmLookups - cache.warmMisses) / cache.warmLookups,
            cache.warmLookups,
            cache.name);
    return new FindingText(
        description,
        "",
        Arrays.asList(
            "not counting the lookups that filled it",
            cache.endpoint.isEmpty()
                ? "no request missed it"
                : "most misses of requests are those of " + cache.endpoint,
            Labels.count(cache.loads, "load") + ", " + Labels.count(cache.evictions, "eviction")),
        Collections.singletonList(advice(cache)));
  }

  /** A cache that evicts most of what it misses is too small for its keys. */
  private static String advice(CacheUse cache) {
    return cache.evictions * 2 > cache.misses
        ? "It evicts what is looked up again: make it larger, or keep less in it."
        : "Check its key and its time to live: is any key looked up twice?";
  }
}
