package io.rowcall.core.record;

/**
 * How much is kept: 32 MB at most, and half of it where the heap is small. What is beyond a bound
 * is counted in a bucket of its own; totals stay exact.
 */
final class Limits {
  private static final boolean SMALL_HEAP = Runtime.getRuntime().maxMemory() < 256L * 1024 * 1024;

  static final int ENDPOINTS = SMALL_HEAP ? 250 : 500;
  static final int STATEMENTS = SMALL_HEAP ? 1_000 : 2_000;
  static final int CHARACTERS = (SMALL_HEAP ? 2 : 4) * 1024 * 1024;
  static final int FINDINGS = SMALL_HEAP ? 500 : 2_000;
  static final int STATEMENTS_PER_ENDPOINT = 256;
  static final int ENDPOINTS_PER_STATEMENT = 50;

  /** Pairs of an endpoint and a statement, over all endpoints. */
  static final int SHARES = 16 * STATEMENTS;

  /** Histograms that are kept for speed (3 ns, 12 KB); the rest for size (18 ns, 3 KB). */
  static final int FAST_HISTOGRAMS = 128;

  private Limits() {}
}
