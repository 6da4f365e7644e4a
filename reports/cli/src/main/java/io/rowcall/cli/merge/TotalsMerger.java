package io.rowcall.cli.merge;

import io.rowcall.format.ReportException;
import io.rowcall.format.Totals;

/** The totals of all reports. */
final class TotalsMerger {
  private final Totals sum = new Totals();
  private final UnknownFields unknown = new UnknownFields();

  synchronized void add(Totals one, MemoryBudget weight) throws ReportException {
    unknown.add(one, weight);
    sum.requests = OrderFreeSums.of(sum.requests, one.requests);
    sum.errors = OrderFreeSums.of(sum.errors, one.errors);
    sum.openRequests = OrderFreeSums.of(sum.openRequests, one.openRequests);
    sum.openExecutions = OrderFreeSums.of(sum.openExecutions, one.openExecutions);
    sum.ambiguousExecutions = OrderFreeSums.of(sum.ambiguousExecutions, one.ambiguousExecutions);
    sum.executions = OrderFreeSums.of(sum.executions, one.executions);
    sum.unattributedExecutions =
        OrderFreeSums.of(sum.unattributedExecutions, one.unattributedExecutions);
    sum.lateExecutions = OrderFreeSums.of(sum.lateExecutions, one.lateExecutions);
    sum.executionErrors = OrderFreeSums.of(sum.executionErrors, one.executionErrors);
    sum.databaseMillis = OrderFreeSums.ofMillis(sum.databaseMillis, one.databaseMillis);
    sum.rows = OrderFreeSums.of(sum.rows, one.rows);
    sum.slowQueries = OrderFreeSums.of(sum.slowQueries, one.slowQueries);
    sum.slowRequests = OrderFreeSums.of(sum.slowRequests, one.slowRequests);
    sum.droppedRequests = OrderFreeSums.of(sum.droppedRequests, one.droppedRequests);
    sum.overflowedEndpoints = OrderFreeSums.of(sum.overflowedEndpoints, one.overflowedEndpoints);
    sum.overflowedStatements = OrderFreeSums.of(sum.overflowedStatements, one.overflowedStatements);
    sum.overflowedFindings = OrderFreeSums.of(sum.overflowedFindings, one.overflowedFindings);
    sum.droppedLogLines = OrderFreeSums.of(sum.droppedLogLines, one.droppedLogLines);
    sum.uncertainStatements = OrderFreeSums.of(sum.uncertainStatements, one.uncertainStatements);
    sum.suppressedErrors = OrderFreeSums.of(sum.suppressedErrors, one.suppressedErrors);
  }

  Totals totals(int findings) {
    sum.findings = findings;
    unknown.giveTo(sum);
    return sum;
  }
}
