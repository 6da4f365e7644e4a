package io.rowcall.core.record;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;

/** The first requests of an endpoint, in which classes are loaded and pools fill themselves. */
final class WarmUp {
  private final long requests;
  private final long nanos;
  private final boolean marked;

  WarmUp(Config config) {
    requests = config.count(Key.WARMUP_REQUESTS);
    nanos = config.nanos(Key.WARMUP);
    marked = config.isSet(Key.WARMUP_REQUESTS) || config.isSet(Key.WARMUP);
  }

  /**
   * @param number of the request at its endpoint, from 1
   * @param sinceFirst nanoseconds from the start of the endpoint's first request to its own
   */
  boolean includes(long number, long sinceFirst) {
    return number <= requests || sinceFirst < nanos;
  }

  /** Whether somebody has said how long it lasts, and wants figures without it. */
  boolean isMarked() {
    return marked;
  }
}
