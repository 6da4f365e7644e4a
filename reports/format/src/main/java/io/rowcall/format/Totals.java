package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Exact sums over everything that happened, outside of every cap. */
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

  /** Requests that had not ended when the report was made; they are not among {@link #requests}. */
  public long openRequests;

  /**
   * All executions: those of endpoints, unattributed ones, late ones and {@link #openExecutions}.
   */
  public long executions;

  /** Executions so far of the requests that had not ended. */
  public long openExecutions;

  public long unattributedExecutions;

  /** Those of the unattributed executions that two requests could own. */
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
