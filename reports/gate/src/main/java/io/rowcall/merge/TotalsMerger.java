package io.rowcall.merge;

import io.rowcall.format.Totals;
import io.rowcall.format.read.ReportException;
import org.jspecify.annotations.Nullable;

/** Merges the totals of all reports. */
final class TotalsMerger {
  private final Totals sum = new Totals();
  private final UnknownFields unknown = new UnknownFields();
  private @Nullable SeriesMerger series;

  synchronized void add(Totals totals, MemoryBudget memory) throws ReportException {
    unknown.add(totals, memory);
    series = SeriesMerger.add(series, totals.series, memory);
    sum.requests = OrderFreeSums.add(sum.requests, totals.requests);
    sum.errors = OrderFreeSums.add(sum.errors, totals.errors);
    sum.openRequests = OrderFreeSums.add(sum.openRequests, totals.openRequests);
    sum.openExecutions = OrderFreeSums.add(sum.openExecutions, totals.openExecutions);
    sum.ambiguousExecutions =
        OrderFreeSums.add(sum.ambiguousExecutions, totals.ambiguousExecutions);
    sum.executions = OrderFreeSums.add(sum.executions, totals.executions);
    sum.unattributedExecutions =
        OrderFreeSums.add(sum.unattributedExecutions, totals.unattributedExecutions);
    sum.lateExecutions = OrderFreeSums.add(sum.lateExecutions, totals.lateExecutions);
    sum.executionErrors = OrderFreeSums.add(sum.executionErrors, totals.executionErrors);
    sum.databaseMillis = OrderFreeSums.addMillis(sum.databaseMillis, totals.databaseMillis);
    sum.rows = OrderFreeSums.add(sum.rows, totals.rows);
    sum.calls = OrderFreeSums.add(sum.calls, totals.calls);
    sum.unattributedCalls = OrderFreeSums.add(sum.unattributedCalls, totals.unattributedCalls);
    sum.lateCalls = OrderFreeSums.add(sum.lateCalls, totals.lateCalls);
    sum.callErrors = OrderFreeSums.add(sum.callErrors, totals.callErrors);
    sum.callMillis = OrderFreeSums.addMillis(sum.callMillis, totals.callMillis);
    sum.overflowedCalls = OrderFreeSums.add(sum.overflowedCalls, totals.overflowedCalls);
    sum.slowQueries = OrderFreeSums.add(sum.slowQueries, totals.slowQueries);
    sum.slowRequests = OrderFreeSums.add(sum.slowRequests, totals.slowRequests);
    sum.droppedRequests = OrderFreeSums.add(sum.droppedRequests, totals.droppedRequests);
    sum.overflowedEndpoints =
        OrderFreeSums.add(sum.overflowedEndpoints, totals.overflowedEndpoints);
    sum.overflowedStatements =
        OrderFreeSums.add(sum.overflowedStatements, totals.overflowedStatements);
    sum.overflowedFindings = OrderFreeSums.add(sum.overflowedFindings, totals.overflowedFindings);
    sum.droppedLogLines = OrderFreeSums.add(sum.droppedLogLines, totals.droppedLogLines);
    sum.uncertainStatements =
        OrderFreeSums.add(sum.uncertainStatements, totals.uncertainStatements);
    sum.shedCallSites = OrderFreeSums.add(sum.shedCallSites, totals.shedCallSites);
    sum.suppressedErrors = OrderFreeSums.add(sum.suppressedErrors, totals.suppressedErrors);
  }

  Totals merged(int findings) {
    sum.findings = findings;
    sum.series = series == null ? null : series.merged();
    unknown.copyTo(sum);
    return sum;
  }
}
