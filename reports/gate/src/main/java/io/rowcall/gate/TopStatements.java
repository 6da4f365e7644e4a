package io.rowcall.gate;

import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statement that each endpoint executes most often in one request, and the call that it makes
 * most often: where to look first.
 */
final class TopStatements {
  private static final Comparator<EndpointStatement> BY_EXECUTIONS =
      Comparator.comparingLong((EndpointStatement s) -> s.perRequestMax)
          .thenComparing(s -> s.id, Comparator.reverseOrder());

  private static final Comparator<Finding> BY_REPEATS =
      Comparator.comparingLong((Finding f) -> f.repeats.max)
          .thenComparing(f -> f.id, Comparator.reverseOrder());

  private final Map<String, EndpointStatement> topByEndpoint = new HashMap<>();
  private final Map<String, EndpointStatement> topCallByEndpoint = new HashMap<>();
  private final Map<String, String> sqlById = new HashMap<>();
  private final Map<String, Finding> findings = new HashMap<>();

  TopStatements(Report report) {
    for (Endpoint endpoint : report.endpoints) {
      endpoint.statements.stream()
          .max(BY_EXECUTIONS)
          .ifPresent(share -> topByEndpoint.put(endpoint.name, share));
    }
    for (Endpoint endpoint : report.endpoints) {
      if (endpoint.calls != null) {
        endpoint.calls.templates.stream()
            .max(BY_EXECUTIONS)
            .ifPresent(share -> topCallByEndpoint.put(endpoint.name, share));
      }
    }
    report.calls.forEach(call -> sqlById.put(call.id, call.template));
    report.statements.forEach(statement -> sqlById.put(statement.id, statement.sql));
    for (Finding finding : report.findings) {
      if (finding.statement != null) {
        findings.merge(
            finding.endpoint + '\n' + finding.statement.id,
            finding,
            (a, b) -> BY_REPEATS.compare(a, b) >= 0 ? a : b);
      }
    }
  }

  /**
   * A statement as one endpoint executes it.
   *
   * @param noun {@code statement}, or {@code call}
   * @param perRequestMax most executions in one request
   * @param sql empty if the report does not list the statement
   * @param finding a finding about it; null if there is none
   */
  record Share(String noun, long perRequestMax, String sql, @Nullable Finding finding) {
    @Nullable CallSite callSite() {
      return finding == null ? null : finding.callSite;
    }

    /** {@code 20 of one statement at Shop.java:29:}, to be followed by the SQL. */
    String describe() {
      CallSite site = callSite();
      return perRequestMax + " of one " + noun + (site == null ? "" : " at " + site.place()) + ":";
    }
  }

  /** Null if the report lists no statement for the endpoint. */
  @Nullable Share of(String endpoint) {
    return share("statement", endpoint, topByEndpoint.get(endpoint));
  }

  /** Null if the report lists no call for the endpoint. */
  @Nullable Share ofCalls(String endpoint) {
    return share("call", endpoint, topCallByEndpoint.get(endpoint));
  }

  private @Nullable Share share(String noun, String endpoint, @Nullable EndpointStatement top) {
    return top == null
        ? null
        : new Share(
            noun,
            top.perRequestMax,
            sqlById.getOrDefault(top.id, ""),
            findings.get(endpoint + '\n' + top.id));
  }
}
