package io.rowcall.junit;

import java.util.Comparator;
import java.util.List;

/** The queries of a test as people read them: statements with count, call sites and parent. */
final class FailureMessage {
  private static final int STATEMENTS = 20;
  private static final int CALL_SITES = 3;
  private static final int MAX_SQL = 500;

  private final Queries queries;
  private final StringBuilder text = new StringBuilder();

  FailureMessage(Queries queries) {
    this.queries = queries;
  }

  String text() {
    if (queries.statements().isEmpty()) {
      line("no queries were made");
      addMissing();
      return text.toString().stripTrailing();
    }
    List<ExecutedStatement> statements =
        queries.statements().stream()
            .sorted(Comparator.comparingLong(ExecutedStatement::executions).reversed())
            .toList();
    boolean severalRequests =
        statements.stream().map(ExecutedStatement::endpoint).distinct().count() > 1;
    line(count(queries.total(), "query", "queries") + " of " + statements(statements.size()) + ":");
    for (var statement : statements.subList(0, Math.min(STATEMENTS, statements.size()))) {
      add(statement, severalRequests);
    }
    for (Finding finding : queries.findings()) {
      line("  " + finding.sentence().lines().findFirst().orElse(""));
    }
    addMissing();
    return text.toString().stripTrailing();
  }

  private void addMissing() {
    if (queries.missingRequests() > 0) {
      line(
          "  "
              + count(queries.missingRequests(), "request goes", "requests go")
              + " on in a server of this JVM: what it has asked is not in here");
    }
  }

  private static String statements(int all) {
    return count(all, "statement", "statements")
        + (all > STATEMENTS ? ", of which " + STATEMENTS + " are shown" : "");
  }

  private void add(ExecutedStatement statement, boolean severalRequests) {
    line("  ×" + statement.executions() + "  " + cut(statement.sql()));
    if (severalRequests) {
      line("      in " + statement.endpoint());
    }
    List<CallSite> sites = statement.callSites();
    for (CallSite site : sites.subList(0, Math.min(CALL_SITES, sites.size()))) {
      line("      at " + site.place() + (sites.size() > 1 ? " ×" + site.executions() : ""));
      if (site.frames().size() > 1) {
        line("          from " + CallSite.place(site.frames().get(1)));
      }
    }
    if (sites.size() > CALL_SITES) {
      line("      and at " + (sites.size() - CALL_SITES) + " other lines");
    }
    queries.findings().stream()
        .filter(finding -> finding.endpoint().equals(statement.endpoint()))
        .filter(finding -> statement.sql().equals(finding.sql()) && finding.parent() != null)
        .findFirst()
        .ifPresent(this::addParent);
  }

  private void addParent(Finding finding) {
    line(
        "      for the "
            + count(finding.parentRows(), "row", "rows")
            + " of "
            + cut(String.valueOf(finding.parent())));
    if (finding.parentSite() != null) {
      line("          at " + finding.parentSite());
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String cut(String sql) {
    return sql.length() <= MAX_SQL ? sql : sql.substring(0, MAX_SQL) + "…";
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
