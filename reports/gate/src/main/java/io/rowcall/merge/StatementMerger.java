package io.rowcall.merge;

import io.rowcall.format.Statement;
import io.rowcall.format.read.ReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Merges one statement of all reports. */
final class StatementMerger {
  static final Comparator<Statement> ORDER =
      Comparator.comparingDouble((Statement s) -> s.millis).reversed().thenComparing(s -> s.id);

  /** As many as an agent lists; the first in alphabetical order. */
  private static final int MAX_ENDPOINTS = 50;

  private static final int BYTES = 700;

  private final Statement sum = new Statement();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger latency = new LatencyMerger();
  private final TreeSet<String> endpoints = new TreeSet<>();
  private final UnattributedMerger unattributed = new UnattributedMerger();

  StatementMerger(String id, MemoryBudget memory) throws ReportException {
    sum.id = id;
    memory.reserve(BYTES + MemoryBudget.sizeOf(id));
  }

  synchronized void add(Statement statement, EncodedHistogram decoder, MemoryBudget memory)
      throws ReportException {
    unknown.add(statement, memory);
    mergeText(statement, memory);
    if (statement.shapeId.compareTo(sum.shapeId) > 0) {
      sum.shapeId = statement.shapeId;
    }
    latency.add(statement.latencyMillis, decoder, memory);
    sum.executions = OrderFreeSums.add(sum.executions, statement.executions);
    sum.errors = OrderFreeSums.add(sum.errors, statement.errors);
    sum.rows = OrderFreeSums.add(sum.rows, statement.rows);
    sum.batchedCommands = OrderFreeSums.add(sum.batchedCommands, statement.batchedCommands);
    sum.millis = OrderFreeSums.addMillis(sum.millis, statement.millis);
    unattributed.add(statement.unattributed, memory);
    for (String endpoint : statement.endpoints) {
      if (endpoints.add(endpoint)) {
        memory.reserve(MemoryBudget.sizeOf(endpoint));
        if (endpoints.size() > MAX_ENDPOINTS) {
          memory.reserve(-MemoryBudget.sizeOf(endpoints.last()));
          endpoints.remove(endpoints.last());
        }
      }
    }
  }

  /** An id has one text. If files disagree, the last in alphabetical order wins. */
  private void mergeText(Statement statement, MemoryBudget memory) throws ReportException {
    int order = statement.sql.compareTo(sum.sql);
    order = order != 0 ? order : statement.kind.compareTo(sum.kind);
    order = order != 0 ? order : compare(statement.tables, sum.tables);
    if (order > 0) {
      memory.reserve(Math.max(0, statement.sql.length() - sum.sql.length()));
      sum.sql = statement.sql;
      sum.kind = statement.kind;
      sum.tables = statement.tables;
    }
  }

  private static int compare(List<String> a, List<String> b) {
    return a.equals(b) ? 0 : String.join("\n", a).compareTo(String.join("\n", b));
  }

  Statement merged() {
    sum.latencyMillis = latency.merged();
    sum.endpoints = new ArrayList<>(endpoints);
    sum.unattributed = unattributed.merged();
    unknown.copyTo(sum);
    return sum;
  }
}
