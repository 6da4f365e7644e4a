package io.rowcall.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks an endpoint against its limits for queries, calls, latency and number of requests. */
final class EndpointLimits {
  private final EffectiveRules rules;
  private final TopStatements topStatements;

  EndpointLimits(EffectiveRules rules, TopStatements topStatements) {
    this.rules = rules;
    this.topStatements = topStatements;
  }

  List<Violation> check(Endpoint endpoint) {
    var violations = new ArrayList<Violation>();
    Rule required = rules.minRequests(endpoint.name);
    if (required != null && endpoint.requests < required.minRequests()) {
      violations.add(tooFewRequests(endpoint.name, endpoint.requests, required));
    }
    QueryLimits queries = rules.queries(endpoint.name);
    Violation tooMany = queries == null ? null : checkQueries(endpoint, queries);
    if (tooMany != null) {
      violations.add(tooMany);
    }
    Limit calls = rules.calls(endpoint.name);
    if (calls != null && calls.isExceededBy((double) maxCalls(endpoint))) {
      violations.add(tooManyCalls(endpoint, calls));
    }
    Limit latency = rules.latencyP95Millis(endpoint.name);
    if (latency != null && latency.isExceededBy(endpoint.latencyMillis.p95)) {
      violations.add(tooSlow(endpoint, latency));
    }
    return violations;
  }

  static Violation tooFewRequests(String endpoint, long requests, Rule rule) {
    return Violation.plain(
        Level.ERROR,
        RuleCatalog.MIN_REQUESTS,
        endpoint,
        NumberText.count(requests, "request")
            + " recorded, at least "
            + rule.minRequests()
            + " required ("
            + rule.origin()
            + "): too few to be meaningful.",
        rule.origin());
  }

  /** The larger one of the largest cold and the largest warm request, if it exceeds its limit. */
  private @Nullable Violation checkQueries(Endpoint endpoint, QueryLimits limits) {
    long cold = QueryLimits.coldMax(endpoint);
    Limit coldLimit = limits.effectiveCold();
    if (cold >= 0 && coldLimit != null && coldLimit.isExceededBy((double) cold)) {
      return tooManyQueries(endpoint, coldLimit, cold, misses(endpoint) + advice(endpoint, limits));
    }
    long warm = QueryLimits.warmMax(endpoint);
    Limit warmLimit = limits.effectiveWarm();
    if (warm >= 0 && warmLimit != null && warmLimit.isExceededBy((double) warm)) {
      String detail = cold >= 0 ? ", in a request without a cache miss" : "";
      return tooManyQueries(endpoint, warmLimit, warm, detail);
    }
    if (cold >= 0
        && coldLimit == null
        && warmLimit != null
        && warmLimit.isExceededBy((double) cold)) {
      Limit warning = warmLimit.atMost(Level.WARN);
      String detail = misses(endpoint) + ": to allow that, add cold: " + cold;
      return tooManyQueries(endpoint, warning, cold, detail);
    }
    return null;
  }

  private Violation tooManyQueries(Endpoint endpoint, Limit limit, long measured, String detail) {
    return violation(
        endpoint,
        limit,
        RuleCatalog.QUERIES,
        (double) measured,
        NumberText.count(measured, "query")
            + " in one request, "
            + limit.describeAllowed("")
            + detail,
        measured - limit.max());
  }

  /** Outgoing calls of the largest request. */
  static long maxCalls(Endpoint endpoint) {
    return endpoint.calls == null ? 0 : endpoint.calls.perRequest.max;
  }

  private Violation tooManyCalls(Endpoint endpoint, Limit limit) {
    long measured = maxCalls(endpoint);
    return violation(
        endpoint,
        limit,
        RuleCatalog.CALLS,
        (double) measured,
        NumberText.count(measured, "call") + " in one request, " + limit.describeAllowed(""),
        measured - limit.max(),
        topStatements.ofCalls(endpoint.name));
  }

  private static String misses(Endpoint endpoint) {
    return ", in a request with "
        + NumberText.count(endpoint.executions.maxCacheMisses, "cache miss");
  }

  /**
   * Suggests separate limits for warm and cold requests, if the warm ones are within the budget.
   */
  private static String advice(Endpoint endpoint, QueryLimits limits) {
    long warm = QueryLimits.warmMax(endpoint);
    Limit warmLimit = limits.effectiveWarm();
    return warm < 0
            || limits.cold() != null
            || (warmLimit != null && warmLimit.isExceededBy((double) warm))
        ? ""
        : ", compared to "
            + warm
            + " without: if a cold cache costs that much, use queries: {max: "
            + warm
            + ", cold: "
            + endpoint.executions.max
            + "}";
  }

  private Violation tooSlow(Endpoint endpoint, Limit limit) {
    String summary =
        String.format(
            Locale.ROOT,
            "p95 of %.1f ms, %s; the database took %.0f of %.0f ms of all requests",
            endpoint.latencyMillis.p95,
            limit.describeAllowed(" ms"),
            endpoint.databaseMillis,
            endpoint.latencyMillis.mean * endpoint.requests);
    return violation(endpoint, limit, RuleCatalog.LATENCY, endpoint.latencyMillis.p95, summary, 0);
  }

  private Violation violation(
      Endpoint endpoint, Limit limit, String rule, double measured, String summary, double weight) {
    TopStatements.Share share = topStatements.of(endpoint.name);
    return violation(endpoint, limit, rule, measured, summary, weight, share);
  }

  private Violation violation(
      Endpoint endpoint,
      Limit limit,
      String rule,
      double measured,
      String summary,
      double weight,
      TopStatements.@Nullable Share share) {
    Finding finding = share == null ? null : share.finding();
    return new Violation(
        level(limit, endpoint),
        rule,
        endpoint.name,
        summary + demotion(limit, endpoint) + (share == null ? "." : "; " + share.describe()),
        measured,
        limit.max(),
        weight,
        limit.origin(),
        share == null ? "" : share.sql(),
        null,
        share == null ? null : share.callSite(),
        finding == null ? "Do less, or raise the limit." : finding.advice,
        null,
        null,
        rule + '\n' + endpoint.name,
        List.of());
  }

  private static Level level(Limit limit, Endpoint endpoint) {
    return endpoint.requests < limit.minRequests() && limit.level() == Level.ERROR
        ? Level.WARN
        : limit.level();
  }

  /** Why an exceeded limit counts only as a warning. */
  private static String demotion(Limit limit, Endpoint endpoint) {
    return endpoint.requests < limit.minRequests()
        ? ", with "
            + endpoint.requests
            + " of the "
            + limit.minRequests()
            + " requests required to fail a run"
        : "";
  }
}
