package io.rowcall.cli.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Executions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many queries a request may execute: any, one that misses no cache (warm), and one that misses
 * some (cold). The more exact limit counts. Which request of a run is the first to fill a cache
 * depends on the order of the run, so a cold request that only a limit of warm ones speaks of is
 * warned of, and fails nothing.
 */
record QueryLimits(@Nullable Limit any, @Nullable Limit warm, @Nullable Limit cold) {

  static QueryLimits of(double max) {
    return new QueryLimits(Limit.of(max), null, null);
  }

  /** The narrowest that allows what an endpoint asked, and says nothing of what it did not. */
  static QueryLimits keptBy(Endpoint endpoint) {
    Executions asked = endpoint.executions;
    Long without = asked.maxWithoutMiss;
    if (asked.maxCacheMisses > 0 && without != null && without < asked.max) {
      return new QueryLimits(Limit.of((double) without), null, Limit.of((double) asked.max));
    }
    return showsNoColdRequest(endpoint)
        ? new QueryLimits(null, Limit.of((double) asked.max), null)
        : of((double) asked.max);
  }

  @Nullable Limit ofWarm() {
    return warm != null ? warm : any != null ? any : cold;
  }

  @Nullable Limit ofCold() {
    return cold != null ? cold : any;
  }

  /** The limits that the file names, of which one at least there is. */
  List<Limit> all() {
    return Stream.of(any, warm, cold)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /**
   * What the limits can be lowered to.
   *
   * @param endpoints that are held to them
   */
  List<Ratchet.Lower> lower(List<Endpoint> endpoints) {
    var lower = new ArrayList<Ratchet.Lower>();
    boolean coldUnknown = endpoints.stream().anyMatch(QueryLimits::showsNoColdRequest);
    long most = endpoints.stream().mapToLong(e -> e.executions.max).max().orElse(0);
    long mostWarm = endpoints.stream().mapToLong(QueryLimits::warmOf).max().orElse(-1);
    long mostCold = endpoints.stream().mapToLong(QueryLimits::coldOf).max().orElse(-1);
    if (any != null && warm == null && cold == null) {
      add(any, coldUnknown ? -1 : most, lower);
    } else if (any != null) {
      add(any, warm == null ? mostWarm : mostCold, lower);
    }
    add(warm, mostWarm, lower);
    add(cold, mostCold, lower);
    return lower;
  }

  private static void add(@Nullable Limit limit, long to, List<Ratchet.Lower> lower) {
    if (limit != null && limit.level() != Level.OFF && to >= 0 && to < limit.max()) {
      lower.add(new Ratchet.Lower(limit, to));
    }
  }

  /** The most of a request that missed no cache; -1 where there was none. */
  static long warmOf(Endpoint endpoint) {
    Long without = endpoint.executions.maxWithoutMiss;
    return without != null
        ? without
        : endpoint.executions.maxCacheMisses == 0 ? endpoint.executions.max : -1;
  }

  /** The most of a request that missed a cache; -1 where one that missed none asked more. */
  static long coldOf(Endpoint endpoint) {
    return endpoint.executions.maxCacheMisses > 0 ? endpoint.executions.max : -1;
  }

  /** Whether caches answered all that was looked up, so that a cold one may cost more. */
  private static boolean showsNoColdRequest(Endpoint endpoint) {
    return endpoint.cacheHits > 0 && endpoint.cacheMisses == 0;
  }
}
