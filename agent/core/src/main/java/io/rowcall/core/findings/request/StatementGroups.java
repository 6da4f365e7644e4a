package io.rowcall.core.findings.request;

import io.rowcall.boot.request.Overflow;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executions of a request by statement, in the order of first execution, and its outgoing calls by
 * template. One instance serves request after request and allocates only for a request that is
 * larger than all before. Not thread-safe.
 */
public final class StatementGroups {
  private final List<StatementGroup> groups = new ArrayList<StatementGroup>();
  private int size;
  private final List<StatementGroup> calls = new ArrayList<StatementGroup>();
  private int callSize;
  private @Nullable StatementGroup[] byOrdinal = new @Nullable StatementGroup[64];

  /** Replaces the groups by those of a request. */
  public void load(Request request) {
    for (int i = 0; i < size; i++) {
      byOrdinal[groups.get(i).statement().ordinal] = null;
    }
    size = 0;
    for (int i = 0; i < callSize; i++) {
      byOrdinal[calls.get(i).statement().ordinal] = null;
    }
    callSize = 0;
    for (int row = 0, n = request.log.size(); row < n; row++) {
      StatementGroup group = group(request.log.statement(row));
      group.addRow(row);
      group.executions++;
      group.nanos += request.log.elapsedNanos(row);
      group.rows += request.log.rowsRead(row);
      group.batched += request.log.batchSize(row);
      if (request.log.isFailed(row)) {
        group.errors++;
      }
    }
    addOverflow(request);
    for (int i = 0; i < request.callSites.size(); i++) {
      Object site = request.callSites.site(i);
      if (site != null) {
        group(request.log.statement(request.callSites.row(i))).addCallSite(site);
      }
    }
  }

  /** Adds the executions that the request's log had no room for. */
  private void addOverflow(Request request) {
    Overflow overflow = request.log.overflow();
    if (overflow == null) {
      return;
    }
    for (int i = 0; i < overflow.executions.length; i++) {
      if (overflow.executions[i] > 0) {
        StatementGroup group = group(overflow.statements[i]);
        group.executions += overflow.executions[i];
        group.nanos += overflow.nanos[i];
        group.errors += overflow.errors[i];
        group.batched += overflow.batched[i];
      }
    }
  }

  private StatementGroup group(SqlStatement statement) {
    int ordinal = statement.ordinal;
    if (ordinal >= byOrdinal.length) {
      byOrdinal = Arrays.copyOf(byOrdinal, Math.max(ordinal + 1, byOrdinal.length * 2));
    }
    StatementGroup group = byOrdinal[ordinal];
    if (group == null) {
      group = statement.isCall() ? next(calls, callSize++) : next(groups, size++);
      group.reset(statement);
      byOrdinal[ordinal] = group;
    }
    return group;
  }

  private static StatementGroup next(List<StatementGroup> pool, int index) {
    if (index == pool.size()) {
      pool.add(new StatementGroup());
    }
    return pool.get(index);
  }

  /** The group of a statement; null when the request did not execute it. */
  public @Nullable StatementGroup find(SqlStatement statement) {
    int ordinal = statement.ordinal;
    return ordinal < byOrdinal.length ? byOrdinal[ordinal] : null;
  }

  public int size() {
    return size;
  }

  public StatementGroup get(int i) {
    return groups.get(i);
  }

  /** Number of outgoing calls with different templates. */
  public int calls() {
    return callSize;
  }

  /** The outgoing calls of one template. */
  public StatementGroup call(int i) {
    return calls.get(i);
  }
}
