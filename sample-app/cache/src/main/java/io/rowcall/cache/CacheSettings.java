package io.rowcall.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * Bounds and clock of a cache.
 *
 * @param maxBytes 0 disables the cache: every lookup loads
 * @param adaptiveTtl whether an entry that is read ten times lives twice its TTL
 * @param cleanUpEvery interval at which expired entries are removed
 */
public record CacheSettings(
    long maxBytes, boolean adaptiveTtl, Duration cleanUpEvery, Ticker ticker) {

  public static final CacheSettings DEFAULT =
      new CacheSettings(50_000_000, false, Duration.ofMinutes(5), Ticker.systemTicker());

  public CacheSettings withMaxBytes(long bytes) {
    return new CacheSettings(bytes, adaptiveTtl, cleanUpEvery, ticker);
  }

  public CacheSettings withAdaptiveTtl() {
    return new CacheSettings(maxBytes, true, cleanUpEvery, ticker);
  }

  public CacheSettings withCleanUpEvery(Duration interval) {
    return new CacheSettings(maxBytes, adaptiveTtl, interval, ticker);
  }

  public CacheSettings withTicker(Ticker other) {
    return new CacheSettings(maxBytes, adaptiveTtl, cleanUpEvery, other);
  }
}
