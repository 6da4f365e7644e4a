package io.rowcall.core.record;

/** What caches do to the executions of requests: which of them a cold cache has cost. */
public final class ColdCacheCost {
  /** Cache misses of the request with the most executions; the most, where several have as many. */
  public long maxCacheMisses;

  /** Requests without a cache miss, and the most executions of one of these. */
  public long requestsWithoutMiss;

  public long maxWithoutMiss;
  private long maxExecutions;

  void add(long executions, long cacheMisses) {
    if (executions >= maxExecutions) {
      maxCacheMisses =
          executions > maxExecutions ? cacheMisses : Math.max(maxCacheMisses, cacheMisses);
      maxExecutions = executions;
    }
    if (cacheMisses == 0) {
      requestsWithoutMiss++;
      maxWithoutMiss = Math.max(maxWithoutMiss, executions);
    }
  }

  void addAll(ColdCacheCost other) {
    if (other.maxExecutions >= maxExecutions) {
      maxCacheMisses =
          other.maxExecutions > maxExecutions
              ? other.maxCacheMisses
              : Math.max(maxCacheMisses, other.maxCacheMisses);
      maxExecutions = other.maxExecutions;
    }
    requestsWithoutMiss += other.requestsWithoutMiss;
    maxWithoutMiss = Math.max(maxWithoutMiss, other.maxWithoutMiss);
  }
}
