package io.rowcall.cli.join;

import io.rowcall.format.ReportException;
import io.rowcall.format.StatementFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** One statement of all reports. */
final class StatementSum {
  static final Comparator<StatementFigures> ORDER =
      Comparator.comparingDouble((StatementFigures s) -> s.millis)
          .reversed()
          .thenComparing(s -> s.id);

  /** As many as an agent lists; the first by name. */
  private static final int MAX_ENDPOINTS = 50;

  private static final int BYTES = 700;

  private final StatementFigures sum = new StatementFigures();
  private final Unknown unknown = new Unknown();
  private final LatencySum latency = new LatencySum();
  private final TreeSet<String> endpoints = new TreeSet<>();

  StatementSum(String id, Weight weight) throws ReportException {
    sum.id = id;
    weight.add(BYTES + Weight.of(id));
  }

  synchronized void add(StatementFigures one, EncodedHistogram decoder, Weight weight)
      throws ReportException {
    unknown.add(one, weight);
    describe(one, weight);
    if (one.shapeId.compareTo(sum.shapeId) > 0) {
      sum.shapeId = one.shapeId;
    }
    latency.add(one.latencyMillis, decoder, weight);
    sum.executions = Sums.of(sum.executions, one.executions);
    sum.errors = Sums.of(sum.errors, one.errors);
    sum.rows = Sums.of(sum.rows, one.rows);
    sum.batchedCommands = Sums.of(sum.batchedCommands, one.batchedCommands);
    sum.millis = Sums.ofMillis(sum.millis, one.millis);
    for (String endpoint : one.endpoints) {
      if (endpoints.add(endpoint)) {
        weight.add(Weight.of(endpoint));
        if (endpoints.size() > MAX_ENDPOINTS) {
          weight.add(-Weight.of(endpoints.last()));
          endpoints.remove(endpoints.last());
        }
      }
    }
  }

  /** One id is one text; if files say otherwise, the last by the alphabet stays. */
  private void describe(StatementFigures one, Weight weight) throws ReportException {
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

  StatementFigures statement() {
    sum.latencyMillis = latency.latency();
    sum.endpoints = new ArrayList<>(endpoints);
    unknown.giveTo(sum);
    return sum;
  }
}
