package io.rowcall.core.findings.request;

import io.rowcall.boot.Request;
import io.rowcall.boot.SqlStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executions of a request by statement, in the order of first execution. One instance serves
 * request after request and allocates only for a request that is larger than all before. Not
 * thread-safe.
 */
public final class StatementGroups {
  private final List<StatementGroup> groups = new ArrayList<StatementGroup>();
  private int size;
  private @Nullable StatementGroup[] byOrdinal = new @Nullable StatementGroup[64];

  /** Replaces the groups by those of a request. */
  public void load(Request request) {
    for (int i = 0; i < size; i++) {
      byOrdinal[groups.get(i).statement().ordinal] = null;
    }
    size = 0;
    for (int row = 0, n = request.logged(); row < n; row++) {
      StatementGroup group = group(request.statements[row]);
      group.addRow(row);
      group.executions++;
      group.nanos += request.elapsed[row];
      group.rows += request.rows[row];
      group.batched += request.batchSize(row);
      if (request.failedExecution(row)) {
        group.errors++;
      }
    }
    addOverflow(request);
    for (int i = 0; i < request.callSites(); i++) {
      Object site = request.callSite(i);
      if (site != null) {
        group(request.statements[request.callSiteRow(i)]).addCallSite(site);
      }
    }
  }

  /** Adds the executions that the request's log had no room for. */
  private void addOverflow(Request request) {
    Request.Folded overflow = request.folded();
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
      if (size == groups.size()) {
        groups.add(new StatementGroup());
      }
      group = groups.get(size++);
      group.reset(statement);
      byOrdinal[ordinal] = group;
    }
    return group;
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
}
