package io.rowcall.core.record;

/**
 * Bounds of the recorded data: at most 32 MB, and half of it on small heaps. Data beyond a bound is
 * counted in a bucket of its own; totals stay exact.
 */
final class Limits {
  private static final boolean SMALL_HEAP = Runtime.getRuntime().maxMemory() < 256L * 1024 * 1024;

  static final int ENDPOINTS = SMALL_HEAP ? 250 : 500;
  static final int CALLS = SMALL_HEAP ? 250 : 500;
  static final int STATEMENTS = SMALL_HEAP ? 1_000 : 2_000;
  static final int CHARACTERS = (SMALL_HEAP ? 2 : 4) * 1024 * 1024;
  static final int FINDINGS = SMALL_HEAP ? 500 : 2_000;
  static final int EXAMPLES = 50;
  static final int STATEMENTS_PER_ENDPOINT = 256;
  static final int ENDPOINTS_PER_STATEMENT = 50;

  /** Pairs of an endpoint and a statement, over all endpoints. */
  static final int SHARES = 16 * STATEMENTS;

  /** Number of fast histograms (3 ns, 12 KB); the rest are compact (18 ns, 3 KB). */
  static final int FAST_HISTOGRAMS = 128;

  private Limits() {}
}
