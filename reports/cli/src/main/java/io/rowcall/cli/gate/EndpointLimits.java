package io.rowcall.cli.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds each endpoint to its limits of queries, latency and requests. */
final class EndpointLimits {
  private final EffectiveRules held;
  private final TopStatement heaviest;

  EndpointLimits(EffectiveRules held, TopStatement heaviest) {
    this.held = held;
    this.heaviest = heaviest;
  }

  List<Violation> of(Endpoint endpoint) {
    var breaches = new ArrayList<Violation>();
    Rule asked = held.minRequests(endpoint.name);
    if (asked != null && endpoint.requests < asked.minRequests()) {
      breaches.add(tooFew(endpoint.name, endpoint.requests, asked));
    }
    QueryLimits queries = held.queries(endpoint.name);
    Violation tooMany = queries == null ? null : queries(endpoint, queries);
    if (tooMany != null) {
      breaches.add(tooMany);
    }
    Limit latency = held.latencyP95Millis(endpoint.name);
    if (latency != null && latency.isPassedBy(endpoint.latencyMillis.p95)) {
      breaches.add(latency(endpoint, latency));
    }
    return breaches;
  }

  /** Of the request that missed a cache and the one that missed none, the one that asks more. */
  private @Nullable Violation queries(Endpoint endpoint, QueryLimits limits) {
    long cold = QueryLimits.coldOf(endpoint);
    Limit ofCold = limits.ofCold();
    if (cold >= 0 && ofCold != null && ofCold.isPassedBy((double) cold)) {
      return queries(endpoint, ofCold, cold, missed(endpoint) + advice(endpoint, limits));
    }
    long warm = QueryLimits.warmOf(endpoint);
    Limit ofWarm = limits.ofWarm();
    if (warm >= 0 && ofWarm != null && ofWarm.isPassedBy((double) warm)) {
      return queries(endpoint, ofWarm, warm, cold >= 0 ? " in one that missed no cache" : "");
    }
    if (cold >= 0 && ofCold == null && ofWarm != null && ofWarm.isPassedBy((double) cold)) {
      Limit warned = ofWarm.atMost(Level.WARN);
      return queries(endpoint, warned, cold, missed(endpoint) + ": say cold: " + cold + " there");
    }
    return null;
  }

  private Violation queries(Endpoint endpoint, Limit limit, long measured, String more) {
    return breach(
        endpoint,
        limit,
        RuleCatalog.QUERIES,
        (double) measured,
        NumberText.count(measured, "query") + " in a request, " + limit.allowed("") + more,
        measured - limit.max());
  }

  private static String missed(Endpoint endpoint) {
    return ", in one with " + NumberText.count(endpoint.executions.maxCacheMisses, "cache miss");
  }

  /** What a request asked that found the caches warm, where the budget tells no difference. */
  private static String advice(Endpoint endpoint, QueryLimits limits) {
    long warm = QueryLimits.warmOf(endpoint);
    Limit ofWarm = limits.ofWarm();
    return warm < 0 || limits.cold() != null || (ofWarm != null && ofWarm.isPassedBy((double) warm))
        ? ""
        : ", while one without asked "
            + warm
            + ": if that is what cold caches cost, say queries: {max: "
            + warm
            + ", cold: "
            + endpoint.executions.max
            + "}";
  }

  private Violation latency(Endpoint endpoint, Limit limit) {
    String said =
        String.format(
            Locale.ROOT,
            "p95 of %.1f ms, %s; the database took %.0f of %.0f ms of all requests",
            endpoint.latencyMillis.p95,
            limit.allowed(" ms"),
            endpoint.databaseMillis,
            endpoint.latencyMillis.mean * endpoint.requests);
    return breach(endpoint, limit, RuleCatalog.LATENCY, endpoint.latencyMillis.p95, said, 0);
  }

  private Violation breach(
      Endpoint endpoint, Limit limit, String rule, double measured, String said, double weight) {
    TopStatement.Share share = heaviest.of(endpoint.name);
    Finding finding = share == null ? null : share.finding();
    return new Violation(
        levelOf(limit, endpoint),
        rule,
        endpoint.name,
        said + onlyOf(limit, endpoint) + (share == null ? "." : "; " + share.inWords()),
        measured,
        limit.max(),
        weight,
        limit.where(),
        share == null ? "" : share.sql(),
        null,
        share == null ? null : share.callSite(),
        finding == null ? "Do less, or raise the limit." : finding.advice,
        null,
        null,
        rule + '\n' + endpoint.name,
        List.of());
  }

  private static Level levelOf(Limit limit, Endpoint endpoint) {
    return endpoint.requests < limit.minRequests() && limit.level() == Level.ERROR
        ? Level.WARN
        : limit.level();
  }

  private static String onlyOf(Limit limit, Endpoint endpoint) {
    return endpoint.requests < limit.minRequests()
        ? ", seen in "
            + endpoint.requests
            + " of the "
            + limit.minRequests()
            + " requests that fail a run"
        : "";
  }

  static Violation tooFew(String endpoint, long requests, Rule rule) {
    return Violation.plain(
        Level.ERROR,
        RuleCatalog.MIN_REQUESTS,
        endpoint,
        NumberText.count(requests, "request")
            + " recorded, at least "
            + rule.minRequests()
            + " needed ("
            + rule.where()
            + "): too few to show anything.",
        rule.where());
  }
}
