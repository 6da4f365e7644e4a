package io.rowcall.sample.limits;

/** Says whether a user may ask once more within the last hour. */
public interface RateLimiter {

  /** Counts this request, when it is allowed. */
  Decision ask(String userId);

  /**
   * What a limiter decided.
   *
   * @param remaining requests that are still allowed
   * @param retryAfterSeconds when to ask again, at least 1, if it is not allowed
   */
  record Decision(boolean allowed, int limit, long remaining, int retryAfterSeconds) {}
}
