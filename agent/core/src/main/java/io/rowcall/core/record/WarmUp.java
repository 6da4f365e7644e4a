package io.rowcall.core.record;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;

/** Warm-up of endpoints: their first requests, in which classes are loaded and pools are filled. */
final class WarmUp {
  private final long requests;
  private final long nanos;
  private boolean marked;
  private boolean ended;
  private long endNanos;

  WarmUp(Config config) {
    requests = config.count(Setting.WARMUP_REQUESTS);
    nanos = config.nanos(Setting.WARMUP);
    marked = config.isSet(Setting.WARMUP_REQUESTS) || config.isSet(Setting.WARMUP);
  }

  /**
   * Whether a request belongs to the warm-up.
   *
   * @param number the number of the request at its endpoint, from 1
   * @param startNanos the start of the request
   * @param firstStartNanos the start of the first request of the endpoint
   */
  boolean includes(long number, long startNanos, long firstStartNanos) {
    return ended
        ? startNanos - endNanos < 0
        : number <= requests || startNanos - firstStartNanos < nanos;
  }

  /** Ends the warm-up of all endpoints at a given time. */
  void end(long atNanos) {
    marked = true;
    ended = true;
    endNanos = atNanos;
  }

  /**
   * Whether its length was configured or its end was marked, so that totals without it are
   * reported.
   */
  boolean isMarked() {
    return marked;
  }
}
