package io.rowcall.junit;

import java.util.Comparator;
import java.util.List;

/** Renders the queries of a test: statements with count, call sites and parent. */
final class FailureMessage {
  private static final int MAX_STATEMENTS = 20;
  private static final int MAX_CALL_SITES = 3;
  private static final int MAX_SQL = 500;

  private final Queries queries;
  private final StringBuilder text = new StringBuilder();

  FailureMessage(Queries queries) {
    this.queries = queries;
  }

  String text() {
    if (queries.statements().isEmpty()) {
      addLine("no queries were executed");
      addUnfinished();
      return text.toString().stripTrailing();
    }
    List<ExecutedStatement> statements =
        queries.statements().stream()
            .sorted(Comparator.comparingLong(ExecutedStatement::executions).reversed())
            .toList();
    boolean severalRequests =
        statements.stream().map(ExecutedStatement::endpoint).distinct().count() > 1;
    addLine(
        count(queries.total(), "query", "queries")
            + " of "
            + describeStatements(statements.size())
            + ":");
    for (var statement : statements.subList(0, Math.min(MAX_STATEMENTS, statements.size()))) {
      add(statement, severalRequests);
    }
    for (Finding finding : queries.findings()) {
      addLine("  " + finding.sentence().lines().findFirst().orElse(""));
    }
    addUnfinished();
    return text.toString().stripTrailing();
  }

  private void addUnfinished() {
    if (queries.unfinishedRequests() > 0) {
      addLine(
          "  "
              + count(queries.unfinishedRequests(), "request has", "requests have")
              + " not finished in a server of this JVM; their queries are not included");
    }
  }

  private static String describeStatements(int count) {
    return count(count, "statement", "statements")
        + (count > MAX_STATEMENTS ? ", showing " + MAX_STATEMENTS : "");
  }

  private void add(ExecutedStatement statement, boolean severalRequests) {
    addLine("  ×" + statement.executions() + "  " + truncate(statement.sql()));
    if (severalRequests) {
      addLine("      in " + statement.endpoint());
    }
    List<CallSite> sites = statement.callSites();
    for (CallSite site : sites.subList(0, Math.min(MAX_CALL_SITES, sites.size()))) {
      addLine("      at " + site.place() + (sites.size() > 1 ? " ×" + site.executions() : ""));
      if (site.frames().size() > 1) {
        addLine("          from " + CallSite.place(site.frames().get(1)));
      }
    }
    if (sites.size() > MAX_CALL_SITES) {
      addLine("      and at " + (sites.size() - MAX_CALL_SITES) + " other lines");
    }
    queries.findings().stream()
        .filter(finding -> finding.endpoint().equals(statement.endpoint()))
        .filter(finding -> statement.sql().equals(finding.sql()) && finding.parent() != null)
        .findFirst()
        .ifPresent(this::addParent);
  }

  private void addParent(Finding finding) {
    addLine(
        "      for the "
            + count(finding.parentRows(), "row", "rows")
            + " of "
            + truncate(String.valueOf(finding.parent())));
    if (finding.parentSite() != null) {
      addLine("          at " + finding.parentSite());
    }
  }

  private void addLine(String line) {
    text.append(line).append('\n');
  }

  private static String truncate(String sql) {
    return sql.length() <= MAX_SQL ? sql : sql.substring(0, MAX_SQL) + "…";
  }

  static String count(long number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }
}
