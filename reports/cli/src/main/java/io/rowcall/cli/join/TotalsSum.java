package io.rowcall.cli.join;

import io.rowcall.format.ReportException;
import io.rowcall.format.Totals;

/** The totals of all reports. */
final class TotalsSum {
  private final Totals sum = new Totals();
  private final Unknown unknown = new Unknown();

  synchronized void add(Totals one, Weight weight) throws ReportException {
    unknown.add(one, weight);
    sum.requests = Sums.of(sum.requests, one.requests);
    sum.errors = Sums.of(sum.errors, one.errors);
    sum.openRequests = Sums.of(sum.openRequests, one.openRequests);
    sum.openExecutions = Sums.of(sum.openExecutions, one.openExecutions);
    sum.ambiguousExecutions = Sums.of(sum.ambiguousExecutions, one.ambiguousExecutions);
    sum.executions = Sums.of(sum.executions, one.executions);
    sum.unattributedExecutions = Sums.of(sum.unattributedExecutions, one.unattributedExecutions);
    sum.lateExecutions = Sums.of(sum.lateExecutions, one.lateExecutions);
    sum.executionErrors = Sums.of(sum.executionErrors, one.executionErrors);
    sum.databaseMillis = Sums.ofMillis(sum.databaseMillis, one.databaseMillis);
    sum.rows = Sums.of(sum.rows, one.rows);
    sum.slowQueries = Sums.of(sum.slowQueries, one.slowQueries);
    sum.slowRequests = Sums.of(sum.slowRequests, one.slowRequests);
    sum.droppedRequests = Sums.of(sum.droppedRequests, one.droppedRequests);
    sum.overflowedEndpoints = Sums.of(sum.overflowedEndpoints, one.overflowedEndpoints);
    sum.overflowedStatements = Sums.of(sum.overflowedStatements, one.overflowedStatements);
    sum.overflowedFindings = Sums.of(sum.overflowedFindings, one.overflowedFindings);
    sum.droppedLogLines = Sums.of(sum.droppedLogLines, one.droppedLogLines);
    sum.uncertainStatements = Sums.of(sum.uncertainStatements, one.uncertainStatements);
    sum.suppressedErrors = Sums.of(sum.suppressedErrors, one.suppressedErrors);
  }

  Totals totals(int findings) {
    sum.findings = findings;
    unknown.giveTo(sum);
    return sum;
  }
}
