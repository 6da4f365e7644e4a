package io.rowcall.sample.limits;

/** Decides whether a user may send another request within the hour. */
public interface RateLimiter {

  /** Counts this request if it is allowed. */
  Decision tryAcquire(String userId);

  /**
   * Decision of a limiter.
   *
   * @param remaining requests still allowed
   * @param retryAfterSeconds at least 1 if the request is not allowed
   */
  record Decision(boolean allowed, int limit, long remaining, int retryAfterSeconds) {}
}
