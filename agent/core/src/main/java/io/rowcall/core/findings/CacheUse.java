package io.rowcall.core.findings;

/** Lookups of one cache over the whole run. */
public final class CacheUse {
  final String name;

  /** The endpoint with the most misses; empty when no request missed. */
  final String endpoint;

  /** Lookups and misses, not counting those that filled the cache. */
  final long warmLookups;

  final long warmMisses;
  final long misses;
  final long loads;
  final long evictions;

  public CacheUse(
      String name,
      String endpoint,
      long warmLookups,
      long warmMisses,
      long misses,
      long loads,
      long evictions) {
    this.name = name;
    this.endpoint = endpoint;
    this.warmLookups = warmLookups;
    this.warmMisses = warmMisses;
    this.misses = misses;
    this.loads = loads;
    this.evictions = evictions;
  }
}
