package io.rowcall.core.record;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;

/** The first requests of an endpoint, in which classes are loaded and pools fill themselves. */
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
   * @param number of the request at its endpoint, from 1
   * @param startNanos of the request
   * @param firstStartNanos of the endpoint's first one
   */
  boolean includes(long number, long startNanos, long firstStartNanos) {
    return ended
        ? startNanos - endNanos < 0
        : number <= requests || startNanos - firstStartNanos < nanos;
  }

  /** Somebody has said when it was over, for all endpoints. */
  void end(long atNanos) {
    marked = true;
    ended = true;
    endNanos = atNanos;
  }

  /**
   * Whether somebody has said how long it lasts, or that it is over, and wants figures without it.
   */
  boolean isMarked() {
    return marked;
  }
}
