package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Exact totals of the run. No limit on the number of endpoints or statements applies. */
@JsonPropertyOrder({
  "requests",
  "errors",
  "openRequests",
  "executions",
  "openExecutions",
  "unattributedExecutions",
  "ambiguousExecutions",
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
public final class Totals extends ExtensibleNode {
  public long requests;
  public long errors;

  /** Requests in flight when the report was written; not included in {@link #requests}. */
  public long openRequests;

  /**
   * All executions: those of endpoints, unattributed ones, late ones, and {@link #openExecutions}.
   */
  public long executions;

  /** Executions so far of the requests in flight. */
  public long openExecutions;

  public long unattributedExecutions;

  /** Unattributed executions that may belong to either of two requests. */
  public long ambiguousExecutions;

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
