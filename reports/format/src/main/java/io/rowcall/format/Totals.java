package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Exact sums over everything that happened, outside of every cap. */
@JsonPropertyOrder({
  "requests",
  "errors",
  "executions",
  "unattributedExecutions",
  "lateExecutions",
  "executionErrors",
  "databaseMillis",
  "rows",
  "findings",
  "slowQueries",
  "slowRequests",
  "droppedRequests",
  "overflowedEndpoints",
  "overflowedStatements",
  "overflowedFindings",
  "droppedLogLines",
  "uncertainStatements",
  "suppressedErrors"
})
public final class Totals extends Open {
  public long requests;
  public long errors;
  public long executions;
  public long unattributedExecutions;
  public long lateExecutions;
  public long executionErrors;
  public double databaseMillis;
  public long rows;
  public long findings;
  public long slowQueries;
  public long slowRequests;
  public long droppedRequests;
  public long overflowedEndpoints;
  public long overflowedStatements;
  public long overflowedFindings;
  public long droppedLogLines;
  public long uncertainStatements;
  public long suppressedErrors;
}
