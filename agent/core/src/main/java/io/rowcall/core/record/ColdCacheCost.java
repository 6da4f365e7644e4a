package io.rowcall.core.record;

/** Effect of cold caches on the number of executions per request. */
public final class ColdCacheCost {
  /** Cache misses of the request with the most executions; the maximum if there are several. */
  public long maxCacheMisses;

  /** Number of requests without a cache miss, and the maximum of their executions. */
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
