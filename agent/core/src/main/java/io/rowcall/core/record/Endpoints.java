package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounded table of endpoints, at most {@link Limits#ENDPOINTS}; the rest is counted as {@value
 * Aggregate#OTHER}. Endpoints that query have priority: if the table is full, one that has never
 * executed a statement is evicted, and its totals are added to the others. So a path scanner cannot
 * displace the endpoints of a service, whenever it runs.
 *
 * <p>Not thread-safe; guarded by {@link Aggregate}. Each entry is evicted at most twice, so a
 * request costs one lookup, however many names there are.
 */
final class Endpoints {
  /** Executes no statement or is not found, and has no route template. */
  static final int STRAY = 0;

  /** Executes no statement, but has a route template. */
  static final int NAMED = 1;

  static final int QUERYING = 2;

  private static final int MAX_STRAYS = Limits.ENDPOINTS / 2;

  final Map<String, EndpointStats> byName = new LinkedHashMap<String, EndpointStats>();
  private final WarmUp warmUp;
  private int strays;
  private long overflowed;

  Endpoints(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  /** The rank that a request gives its endpoint. */
  static int rank(Request request, long executions) {
    boolean found = request.status != 404 && request.status != 405;
    if (executions > 0 && (found || request.route != null)) {
      return QUERYING;
    }
    return request.route != null ? NAMED : STRAY;
  }

  /** The entry of a name, or that of {@value Aggregate#OTHER}. */
  EndpointStats of(String name, int rank) {
    EndpointStats existing = byName.get(name);
    if (existing == null) {
      if (!hasRoom(rank)) {
        overflowed++;
        return others();
      }
      existing = new EndpointStats(name, byName.size() < Limits.FAST_HISTOGRAMS, warmUp.isMarked());
      existing.rank = rank;
      byName.put(name, existing);
      strays += rank == STRAY ? 1 : 0;
    } else if (existing.rank < rank) {
      strays -= existing.rank == STRAY ? 1 : 0;
      existing.rank = rank;
    }
    return existing;
  }

  /** The entry of an existing endpoint, or that of {@value Aggregate#OTHER} if it was evicted. */
  EndpointStats known(String name) {
    EndpointStats existing = byName.get(name);
    return existing == null ? others() : existing;
  }

  private boolean hasRoom(int rank) {
    if (rank == STRAY && strays >= MAX_STRAYS) {
      return false;
    }
    return byName.size() < Limits.ENDPOINTS || evict(rank);
  }

  /** Evicts the endpoint of the lowest rank with the fewest requests; false if there is none. */
  private boolean evict(int rank) {
    EndpointStats least = null;
    for (EndpointStats endpoint : byName.values()) {
      if (endpoint.rank < rank
          && endpoint.totalExecutions + endpoint.lateExecutions == 0
          && !endpoint.found) {
        if (least == null
            || endpoint.rank < least.rank
            || (endpoint.rank == least.rank && endpoint.requests < least.requests)) {
          least = endpoint;
        }
      }
    }
    if (least == null) {
      return false;
    }
    byName.remove(least.name);
    strays -= least.rank == STRAY ? 1 : 0;
    overflowed += least.requests;
    others().addAll(least);
    return true;
  }

  private EndpointStats others() {
    EndpointStats others = byName.get(Aggregate.OTHER);
    if (others == null) {
      others =
          new EndpointStats(
              Aggregate.OTHER, byName.size() < Limits.FAST_HISTOGRAMS, warmUp.isMarked());
      others.rank = QUERYING;
      byName.put(Aggregate.OTHER, others);
    }
    return others;
  }

  /** Number of requests counted as others. */
  long overflowed() {
    return overflowed;
  }
}
