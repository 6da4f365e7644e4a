package io.rowcall.show;

import io.rowcall.format.Call;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.StatementRef;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a report that matches a filter. Matching is by substring and ignores case; a
 * statement also matches by its id.
 *
 * <p>Not thread-safe.
 */
public final class ReportFilter {
  private final Report report;
  private final String endpointText;
  private final String statementText;
  private final long minQueries;
  private final Set<String> statementIds = new HashSet<>();
  private final Set<String> endpointNames = new HashSet<>();

  /**
   * Creates a filter for one report.
   *
   * @param endpointText part of the name of an endpoint; empty: any
   * @param statementText part of the SQL of a statement, or its id; empty: any
   * @param minQueries endpoints without a request of this many queries do not match; 0: any
   */
  public ReportFilter(Report report, String endpointText, String statementText, long minQueries) {
    this.report = report;
    this.endpointText = endpointText.toLowerCase(Locale.ROOT);
    this.statementText = statementText.toLowerCase(Locale.ROOT);
    this.minQueries = minQueries;
    report.statements.stream()
        .filter(statement -> matchesStatement(statement.id, statement.sql))
        .forEach(statement -> statementIds.add(statement.id));
    report.endpoints.stream()
        .filter(this::matches)
        .forEach(endpoint -> endpointNames.add(endpoint.name));
  }

  /** A filter that matches everything. */
  public static ReportFilter all(Report report) {
    return new ReportFilter(report, "", "", 0);
  }

  boolean matchesAll() {
    return endpointText.isEmpty() && statementText.isEmpty() && minQueries <= 0;
  }

  List<Endpoint> endpoints() {
    return report.endpoints.stream().filter(e -> endpointNames.contains(e.name)).toList();
  }

  List<Statement> statements() {
    if (matchesAll()) {
      return report.statements;
    }
    var executed = new HashSet<String>();
    endpoints().forEach(e -> e.statements.forEach(share -> executed.add(share.id)));
    return report.statements.stream()
        .filter(s -> statementIds.contains(s.id))
        .filter(
            s ->
                (endpointText.isEmpty() && minQueries <= 0)
                    || executed.contains(s.id)
                    || s.endpoints.stream().anyMatch(endpointNames::contains))
        .toList();
  }

  List<Call> calls() {
    if (matchesAll()) {
      return report.calls;
    }
    return report.calls.stream()
        .filter(c -> matchesStatement(c.id, c.template))
        .filter(
            c ->
                (endpointText.isEmpty() && minQueries <= 0)
                    || c.endpoints.stream().anyMatch(endpointNames::contains))
        .toList();
  }

  List<Finding> findings() {
    return report.findings.stream()
        .filter(f -> matchesEndpoint(f.endpoint))
        .filter(f -> statementText.isEmpty() || matchesStatement(f.statement))
        .toList();
  }

  List<SlowQuery> slowQueries() {
    return report.slowQueries.stream()
        .filter(q -> matchesEndpoint(q.endpoint))
        .filter(q -> statementText.isEmpty() || matchesStatement(q.statement))
        .toList();
  }

  List<SlowRequest> slowRequests() {
    return report.slowRequests.stream().filter(r -> matchesEndpoint(r.endpoint)).toList();
  }

  /** Reduces the report to what matches; totals, caches and pools stay. Returns the same report. */
  public Report apply() {
    List<Endpoint> endpoints = endpoints();
    List<Statement> statements = statements();
    List<Call> calls = calls();
    report.findings = findings();
    report.slowQueries = slowQueries();
    report.slowRequests = slowRequests();
    report.endpoints = endpoints;
    report.statements = statements;
    report.calls = calls;
    return report;
  }

  private boolean matches(Endpoint endpoint) {
    return endpoint.name.toLowerCase(Locale.ROOT).contains(endpointText)
        && endpoint.executions.max >= minQueries
        && (statementText.isEmpty()
            || endpoint.statements.stream().anyMatch(s -> statementIds.contains(s.id)));
  }

  /** An endpoint that the report does not list, such as {@code (other)}, matches by name alone. */
  private boolean matchesEndpoint(String name) {
    return endpointNames.contains(name)
        || (minQueries <= 0 && name.toLowerCase(Locale.ROOT).contains(endpointText));
  }

  private boolean matchesStatement(@Nullable StatementRef statement) {
    return statement != null && matchesStatement(statement.id, statement.sql);
  }

  private boolean matchesStatement(String id, String sql) {
    return statementText.isEmpty()
        || id.equals(statementText)
        || sql.toLowerCase(Locale.ROOT).contains(statementText);
  }
}
