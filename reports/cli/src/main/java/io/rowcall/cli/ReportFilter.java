package io.rowcall.cli;

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
 * The part of a report that was asked for. Texts are found anywhere in a name, in upper or lower
 * case; a statement by its id as well.
 */
final class ReportFilter {
  private final Report report;
  private final String endpoint;
  private final String statement;
  private final long minQueries;
  private final Set<String> statements = new HashSet<>();
  private final Set<String> endpoints = new HashSet<>();

  ReportFilter(Report report, String endpoint, String statement, long minQueries) {
    this.report = report;
    this.endpoint = endpoint.toLowerCase(Locale.ROOT);
    this.statement = statement.toLowerCase(Locale.ROOT);
    this.minQueries = minQueries;
    report.statements.stream().filter(this::isNamed).forEach(s -> statements.add(s.id));
    report.endpoints.stream().filter(this::isChosen).forEach(e -> endpoints.add(e.name));
  }

  boolean isWhole() {
    return endpoint.isEmpty() && statement.isEmpty() && minQueries <= 0;
  }

  List<Endpoint> endpoints() {
    return report.endpoints.stream().filter(e -> endpoints.contains(e.name)).toList();
  }

  List<Statement> statements() {
    if (isWhole()) {
      return report.statements;
    }
    var executed = new HashSet<String>();
    report.endpoints.stream()
        .filter(e -> endpoints.contains(e.name))
        .forEach(e -> e.statements.forEach(share -> executed.add(share.id)));
    return report.statements.stream()
        .filter(s -> statements.contains(s.id))
        .filter(
            s ->
                (endpoint.isEmpty() && minQueries <= 0)
                    || executed.contains(s.id)
                    || s.endpoints.stream().anyMatch(endpoints::contains))
        .toList();
  }

  List<Finding> findings() {
    return report.findings.stream()
        .filter(f -> isOf(f.endpoint) && (statement.isEmpty() || isOf(f.statement)))
        .toList();
  }

  List<SlowQuery> slowQueries() {
    return report.slowQueries.stream()
        .filter(q -> isOf(q.endpoint) && (statement.isEmpty() || isOf(q.statement)))
        .toList();
  }

  List<SlowRequest> slowRequests() {
    return report.slowRequests.stream().filter(r -> isOf(r.endpoint)).toList();
  }

  /** The same as a report: totals, caches and pools stay whole. */
  Report asReport() {
    List<Endpoint> chosenEndpoints = endpoints();
    List<Statement> chosenStatements = statements();
    report.findings = findings();
    report.slowQueries = slowQueries();
    report.slowRequests = slowRequests();
    report.endpoints = chosenEndpoints;
    report.statements = chosenStatements;
    return report;
  }

  private boolean isNamed(Statement figures) {
    return isNamed(figures.id, figures.sql);
  }

  private boolean isNamed(String id, String sql) {
    return statement.isEmpty()
        || id.equals(statement)
        || sql.toLowerCase(Locale.ROOT).contains(statement);
  }

  private boolean isOf(@Nullable StatementRef reference) {
    return reference != null && isNamed(reference.id, reference.sql);
  }

  private boolean isChosen(Endpoint one) {
    return one.name.toLowerCase(Locale.ROOT).contains(endpoint)
        && one.executions.max >= minQueries
        && (statement.isEmpty()
            || one.statements.stream().anyMatch(s -> statements.contains(s.id)));
  }

  /** What belongs to no listed endpoint is shown when no endpoint was asked for. */
  private boolean isOf(String name) {
    return endpoints.contains(name)
        || (minQueries <= 0 && name.toLowerCase(Locale.ROOT).contains(endpoint));
  }
}
