package io.rowcall.cli.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.StatementFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds each endpoint to its limits of queries, latency and requests. */
final class EndpointLimits {
  private final Report report;
  private final Held held;
  private final Map<String, StatementFigures> statements = new HashMap<>();

  EndpointLimits(Report report, Held held) {
    this.report = report;
    this.held = held;
    report.statements.forEach(statement -> statements.put(statement.id, statement));
  }

  List<Breach> of(Endpoint endpoint) {
    var breaches = new ArrayList<Breach>();
    Rule asked = held.minRequests(endpoint.name);
    if (asked != null && endpoint.requests < asked.minRequests()) {
      breaches.add(tooFew(endpoint.name, endpoint.requests, asked));
    }
    Limit queries = held.queries(endpoint.name);
    if (queries != null && queries.isPassedBy((double) endpoint.executions.max)) {
      breaches.add(queries(endpoint, queries));
    }
    Limit latency = held.latencyP95Millis(endpoint.name);
    if (latency != null && latency.isPassedBy(endpoint.latencyMillis.p95)) {
      breaches.add(latency(endpoint, latency));
    }
    return breaches;
  }

  private Breach queries(Endpoint endpoint, Limit limit) {
    EndpointStatement share =
        endpoint.statements.stream()
            .max(
                Comparator.comparingLong((EndpointStatement s) -> s.perRequestMax)
                    .thenComparing(s -> s.id, Comparator.reverseOrder()))
            .orElse(null);
    Finding finding = share == null ? null : findingOf(endpoint.name, share.id);
    StatementFigures statement = share == null ? null : statements.get(share.id);
    String place =
        finding == null || finding.callSite == null ? "" : " at " + finding.callSite.place();
    return new Breach(
        levelOf(limit, endpoint),
        Rules.QUERIES,
        endpoint.name,
        Numbers.count(endpoint.executions.max, "query")
            + " in a request, "
            + limit.allowed()
            + onlyOf(limit, endpoint)
            + (share == null
                ? "."
                : "; " + share.perRequestMax + " of one statement" + place + ":"),
        (double) endpoint.executions.max,
        limit.max(),
        endpoint.executions.max - limit.max(),
        limit.where(),
        statement == null ? "" : statement.sql,
        finding,
        finding == null ? "Execute fewer, or raise the limit." : finding.advice,
        null);
  }

  private static Breach latency(Endpoint endpoint, Limit limit) {
    return new Breach(
        levelOf(limit, endpoint),
        Rules.LATENCY,
        endpoint.name,
        String.format(
            Locale.ROOT,
            "p95 of %.1f ms, %s%s. The database took %.0f of %.0f ms.",
            endpoint.latencyMillis.p95,
            limit.allowed(),
            onlyOf(limit, endpoint),
            endpoint.databaseMillis,
            endpoint.latencyMillis.mean * endpoint.requests),
        endpoint.latencyMillis.p95,
        limit.max(),
        0,
        limit.where(),
        "",
        null,
        "",
        null);
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

  /** The finding with the most repeats of a statement. */
  private @Nullable Finding findingOf(String endpoint, String statement) {
    return report.findings.stream()
        .filter(f -> f.endpoint.equals(endpoint))
        .filter(f -> f.statement != null && f.statement.id.equals(statement))
        .max(
            Comparator.comparingLong((Finding f) -> f.repeats.max)
                .thenComparing(f -> f.id, Comparator.reverseOrder()))
        .orElse(null);
  }

  static Breach tooFew(String endpoint, long requests, Rule rule) {
    return Breach.plain(
        Level.ERROR,
        Rules.MIN_REQUESTS,
        endpoint,
        Numbers.count(requests, "request")
            + " recorded, at least "
            + rule.minRequests()
            + " needed ("
            + rule.where()
            + "): too few to show anything.",
        rule.where());
  }
}
