package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.sql.StatementShape;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Totals of one statement or outgoing call, over all endpoints. */
public final class StatementStats {
  public final SqlStatement statement;
  public final LatencyHistogram durations;
  public final Set<String> endpoints = new TreeSet<String>();
  public long executions;
  public long errors;
  public long rows;
  public long batched;
  public long unattributedExecutions;

  /** The thread of the first of these; null if it is not known. */
  public @Nullable String unattributedThread;

  /** The call site of the first of these; null if it is not known. */
  public @Nullable CallSite unattributedSite;

  /** Computed on first use; 0 before. */
  private long shapeId;

  StatementStats(SqlStatement statement, boolean fast) {
    this.statement = statement;
    durations = new LatencyHistogram(fast);
  }

  /** The id of the statement's shape, without the columns that it selects or writes. */
  public long shapeId() {
    if (statement.isCall()) {
      return statement.id;
    }
    if (shapeId == 0) {
      shapeId = StatementShape.id(statement.text, statement.id);
    }
    return shapeId;
  }

  /** Adds executions that belong to no unit of work. */
  void addUnattributed(Request request, StatementGroup group) {
    unattributedExecutions += group.executions();
    if (unattributedThread == null) {
      unattributedThread = request.thread;
    }
    if (unattributedSite == null) {
      unattributedSite = (CallSite) group.callSite();
    }
  }

  void addEndpoint(String endpoint) {
    if (endpoints.size() < Limits.ENDPOINTS_PER_STATEMENT) {
      endpoints.add(endpoint);
    }
  }
}
