package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outgoing calls of the JVM, by template. Guarded as {@link Aggregate} is. */
public final class CallTotals {
  public final Map<SqlStatement, StatementStats> templates =
      new HashMap<SqlStatement, StatementStats>();
  public long calls;
  public long unattributed;
  public long late;
  public long errors;
  public long nanos;

  CallTotals() {}

  /**
   * Adds the calls of a request.
   *
   * @param endpoint null for calls outside of requests, or after their end
   */
  void add(Request request, StatementGroups groups, @Nullable EndpointStats endpoint) {
    long count = request.log.calls();
    if (endpoint != null) {
      endpoint.addCalls(request, groups);
    }
    if (count == 0) {
      return;
    }
    calls += count;
    nanos += request.log.callNanos();
    if (request.late) {
      late += count;
    } else if (request.unattributed) {
      unattributed += count;
    }
    for (int i = 0; i < groups.calls(); i++) {
      add(request, groups.call(i), endpoint);
    }
  }

  private void add(Request request, StatementGroup call, @Nullable EndpointStats endpoint) {
    StatementStats stats = templates.get(call.statement());
    if (stats == null) {
      stats = new StatementStats(call.statement(), false);
      templates.put(call.statement(), stats);
    }
    stats.executions += call.executions();
    stats.errors += call.errors();
    errors += call.errors();
    Aggregate.addDurations(request, call, stats);
    if (endpoint != null) {
      stats.addEndpoint(endpoint.name);
    }
  }
}
