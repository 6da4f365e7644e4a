package io.rowcall.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Executions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits for the queries of one request: of any request, of a warm one (without a cache miss), and
 * of a cold one (with cache misses). The more specific limit wins.
 *
 * <p>Which request fills a cache depends on the order of requests in a run. Therefore a cold
 * request that exceeds a limit for warm requests only is a warning.
 */
record QueryLimits(@Nullable Limit any, @Nullable Limit warm, @Nullable Limit cold) {

  static QueryLimits of(double max) {
    return new QueryLimits(Limit.of(max), null, null);
  }

  /**
   * The tightest limits that the endpoint is within. Kinds of requests it did not have stay open.
   */
  static QueryLimits tightest(Endpoint endpoint) {
    Executions executions = endpoint.executions;
    Long warmMax = executions.maxWithoutMiss;
    if (executions.maxCacheMisses > 0 && warmMax != null && warmMax < executions.max) {
      return new QueryLimits(Limit.of((double) warmMax), null, Limit.of((double) executions.max));
    }
    return hasOnlyCacheHits(endpoint)
        ? new QueryLimits(null, Limit.of((double) executions.max), null)
        : of((double) executions.max);
  }

  @Nullable Limit effectiveWarm() {
    return warm != null ? warm : any != null ? any : cold;
  }

  @Nullable Limit effectiveCold() {
    return cold != null ? cold : any;
  }

  /** The limits that are set; at least one. */
  List<Limit> all() {
    return Stream.of(any, warm, cold)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /**
   * The limits above the maximum of a run.
   *
   * @param endpoints endpoints of the run to which these limits apply
   */
  List<LoweredLimit> lower(List<Endpoint> endpoints) {
    var lowered = new ArrayList<LoweredLimit>();
    boolean coldUnknown = endpoints.stream().anyMatch(QueryLimits::hasOnlyCacheHits);
    long max = endpoints.stream().mapToLong(e -> e.executions.max).max().orElse(0);
    long warmMax = endpoints.stream().mapToLong(QueryLimits::warmMax).max().orElse(-1);
    long coldMax = endpoints.stream().mapToLong(QueryLimits::coldMax).max().orElse(-1);
    if (any != null && warm == null && cold == null) {
      addIfLower(any, coldUnknown ? -1 : max, lowered);
    } else if (any != null) {
      addIfLower(any, warm == null ? warmMax : coldMax, lowered);
    }
    addIfLower(warm, warmMax, lowered);
    addIfLower(cold, coldMax, lowered);
    return lowered;
  }

  private static void addIfLower(@Nullable Limit limit, long to, List<LoweredLimit> lowered) {
    if (limit != null && limit.level() != Level.OFF && to >= 0 && to < limit.max()) {
      lowered.add(new LoweredLimit(limit, to));
    }
  }

  /** Maximum of the warm requests; -1 if there was none. */
  static long warmMax(Endpoint endpoint) {
    Long warmMax = endpoint.executions.maxWithoutMiss;
    return warmMax != null
        ? warmMax
        : endpoint.executions.maxCacheMisses == 0 ? endpoint.executions.max : -1;
  }

  /** Maximum of the cold requests; -1 if a warm one was larger or there was none. */
  static long coldMax(Endpoint endpoint) {
    return endpoint.executions.maxCacheMisses > 0 ? endpoint.executions.max : -1;
  }

  /** Whether every lookup was a hit, so that the cost of a cold request is unknown. */
  private static boolean hasOnlyCacheHits(Endpoint endpoint) {
    return endpoint.cacheHits > 0 && endpoint.cacheMisses == 0;
  }
}
