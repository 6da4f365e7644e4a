package io.rowcall.core.record;

import io.rowcall.boot.SqlStatement;
import java.util.Set;
import java.util.TreeSet;

/** The executions of one statement, wherever they came from. */
public final class StatementFigures {
  private static final int MAX_ENDPOINTS = 50;

  public final SqlStatement statement;
  public final Durations durations = new Durations();
  public final Set<String> endpoints = new TreeSet<String>();
  public long executions;
  public long errors;
  public long rows;
  public long batched;

  /** Where it was last seen to come from. */
  public @org.jspecify.annotations.Nullable CallSite callSite;

  StatementFigures(SqlStatement statement) {
    this.statement = statement;
  }

  void seenAt(String endpoint) {
    if (endpoints.size() < MAX_ENDPOINTS) {
      endpoints.add(endpoint);
    }
  }
}
