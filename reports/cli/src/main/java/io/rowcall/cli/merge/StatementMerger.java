package io.rowcall.cli.merge;

import io.rowcall.format.ReportException;
import io.rowcall.format.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** One statement of all reports. */
final class StatementMerger {
  static final Comparator<Statement> ORDER =
      Comparator.comparingDouble((Statement s) -> s.millis).reversed().thenComparing(s -> s.id);

  /** As many as an agent lists; the first by name. */
  private static final int MAX_ENDPOINTS = 50;

  private static final int BYTES = 700;

  private final Statement sum = new Statement();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger latency = new LatencyMerger();
  private final TreeSet<String> endpoints = new TreeSet<>();

  StatementMerger(String id, MemoryBudget weight) throws ReportException {
    sum.id = id;
    weight.add(BYTES + MemoryBudget.of(id));
  }

  synchronized void add(Statement one, EncodedHistogram decoder, MemoryBudget weight)
      throws ReportException {
    unknown.add(one, weight);
    describe(one, weight);
    if (one.shapeId.compareTo(sum.shapeId) > 0) {
      sum.shapeId = one.shapeId;
    }
    latency.add(one.latencyMillis, decoder, weight);
    sum.executions = OrderFreeSums.of(sum.executions, one.executions);
    sum.errors = OrderFreeSums.of(sum.errors, one.errors);
    sum.rows = OrderFreeSums.of(sum.rows, one.rows);
    sum.batchedCommands = OrderFreeSums.of(sum.batchedCommands, one.batchedCommands);
    sum.millis = OrderFreeSums.ofMillis(sum.millis, one.millis);
    for (String endpoint : one.endpoints) {
      if (endpoints.add(endpoint)) {
        weight.add(MemoryBudget.of(endpoint));
        if (endpoints.size() > MAX_ENDPOINTS) {
          weight.add(-MemoryBudget.of(endpoints.last()));
          endpoints.remove(endpoints.last());
        }
      }
    }
  }

  /** One id is one text; if files say otherwise, the last by the alphabet stays. */
  private void describe(Statement one, MemoryBudget weight) throws ReportException {
    int compared = one.sql.compareTo(sum.sql);
    compared = compared != 0 ? compared : one.kind.compareTo(sum.kind);
    compared = compared != 0 ? compared : compare(one.tables, sum.tables);
    if (compared > 0) {
      weight.add(Math.max(0, one.sql.length() - sum.sql.length()));
      sum.sql = one.sql;
      sum.kind = one.kind;
      sum.tables = one.tables;
    }
  }

  private static int compare(List<String> a, List<String> b) {
    return a.equals(b) ? 0 : String.join("\n", a).compareTo(String.join("\n", b));
  }

  Statement statement() {
    sum.latencyMillis = latency.latency();
    sum.endpoints = new ArrayList<>(endpoints);
    unknown.giveTo(sum);
    return sum;
  }
}
