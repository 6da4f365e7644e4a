package io.rowcall.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Exact totals of the run. No limit on the number of endpoints or statements applies. */
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

  /** Outgoing calls: of endpoints, unattributed and late ones. */
  public long calls;

  public long unattributedCalls;
  public long lateCalls;
  public long callErrors;
  public double callMillis;
  public long findings;
  public long slowQueries;
  public long slowRequests;
  public long droppedRequests;
  public long overflowedEndpoints;
  public long overflowedStatements;
  public long overflowedCalls;
  public long overflowedFindings;
  public long droppedLogLines;
  public long uncertainStatements;
  public long suppressedErrors;

  /** Call sites that an agent under overload did not capture; every execution is counted. */
  public long shedCallSites;

  /** Null if nothing was executed. */
  public @Nullable Series series;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.count("requests", requests);
    out.count("errors", errors);
    out.count("openRequests", openRequests);
    out.count("executions", executions);
    out.count("openExecutions", openExecutions);
    out.count("unattributedExecutions", unattributedExecutions);
    out.count("ambiguousExecutions", ambiguousExecutions);
    out.count("lateExecutions", lateExecutions);
    out.count("executionErrors", executionErrors);
    out.number("databaseMillis", databaseMillis);
    out.count("rows", rows);
    if (calls > 0) {
      out.count("calls", calls);
      out.count("unattributedCalls", unattributedCalls);
      out.count("lateCalls", lateCalls);
      out.count("callErrors", callErrors);
      out.number("callMillis", callMillis);
    }
    out.count("findings", findings);
    out.count("slowQueries", slowQueries);
    out.count("slowRequests", slowRequests);
    out.count("droppedRequests", droppedRequests);
    out.count("overflowedEndpoints", overflowedEndpoints);
    out.count("overflowedStatements", overflowedStatements);
    out.countUnlessZero("overflowedCalls", overflowedCalls);
    out.count("overflowedFindings", overflowedFindings);
    out.count("droppedLogLines", droppedLogLines);
    out.count("uncertainStatements", uncertainStatements);
    out.count("suppressedErrors", suppressedErrors);
    out.countUnlessZero("shedCallSites", shedCallSites);
    out.node("series", series);
  }
}
