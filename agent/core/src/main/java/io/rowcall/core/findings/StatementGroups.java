package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's executions, by statement, in the order of their first execution. One instance serves
 * request after request and allocates only when one is larger than all before.
 */
public final class StatementGroups {
  private final List<StatementGroup> groups = new ArrayList<StatementGroup>();
  private int size;
  private @Nullable StatementGroup[] byOrdinal = new @Nullable StatementGroup[64];

  /** Groups the executions of a request; forgets the one before. */
  public void of(Request request) {
    for (int i = 0; i < size; i++) {
      byOrdinal[groups.get(i).statement.ordinal] = null;
    }
    size = 0;
    for (int row = 0, n = request.logged(); row < n; row++) {
      StatementGroup group = group(request.statements[row]);
      group.add(row);
      group.executions++;
      group.nanos += request.elapsed[row];
      group.rows += request.rows[row];
      group.batched += request.batchSize(row);
      if (request.failedExecution(row)) {
        group.errors++;
      }
    }
    addFolded(request);
    for (int i = 0; i < request.callSites(); i++) {
      Object site = request.callSite(i);
      if (site != null) {
        group(request.statements[request.callSiteRow(i)]).calledAt(site);
      }
    }
  }

  private void addFolded(Request request) {
    Request.Folded folded = request.folded();
    if (folded == null) {
      return;
    }
    for (int i = 0; i < folded.executions.length; i++) {
      if (folded.executions[i] > 0) {
        StatementGroup group = group(folded.statements[i]);
        group.executions += folded.executions[i];
        group.nanos += folded.nanos[i];
        group.errors += folded.errors[i];
        group.batched += folded.batched[i];
      }
    }
  }

  private StatementGroup group(SqlStatement statement) {
    int ordinal = statement.ordinal;
    if (ordinal >= byOrdinal.length) {
      byOrdinal = java.util.Arrays.copyOf(byOrdinal, Math.max(ordinal + 1, byOrdinal.length * 2));
    }
    StatementGroup group = byOrdinal[ordinal];
    if (group == null) {
      if (size == groups.size()) {
        groups.add(new StatementGroup());
      }
      group = groups.get(size++);
      group.begin(statement);
      byOrdinal[ordinal] = group;
    }
    return group;
  }

  /** The group of a statement; null when the request has none. */
  @Nullable StatementGroup of(SqlStatement statement) {
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
