package io.rowcall.sample.load;

import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What people came for: each endpoint before and after. A dash is what was not measured. */
final class ResultTable {

  private static final String[] HEAD = {
    "endpoint", "queries", "p50 ms", "p95 ms", "findings", "target p95 ms", "reached"
  };

  private final Contender baseline;
  private final Contender optimised;
  private final AgentReport before;
  private final AgentReport after;

  ResultTable(Contender baseline, Contender optimised, AgentReport before, AgentReport after) {
    this.baseline = baseline;
    this.optimised = optimised;
    this.before = before;
    this.after = after;
  }

  String print(List<Endpoint> endpoints) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Endpoint endpoint : endpoints) {
      rows.add(row(endpoint));
    }
    return aligned(rows);
  }

  private String[] row(Endpoint endpoint) {
    Measured old = baseline.measured(endpoint);
    Measured now = optimised.measured(endpoint);
    int wanted = endpoint.target().afterMillis();
    return new String[] {
      endpoint.label(),
      executions(before.mostExecutions(endpoint, Form.BASELINE), old.mostExecutions())
          + " → "
          + executions(after.mostExecutions(endpoint, Form.OPTIMISED), now.mostExecutions()),
      millis(old.millisAt(50)) + " → " + millis(now.millisAt(50)),
      millis(old.millisAt(95)) + " → " + millis(now.millisAt(95)),
      count(before.findings(endpoint, Form.BASELINE))
          + " → "
          + count(after.findings(endpoint, Form.OPTIMISED)),
      Integer.toString(wanted),
      now.millisAt(95) <= wanted ? "yes" : "no"
    };
  }

  /** The report's figure; both when the response headers say something else. */
  private static String executions(OptionalInt report, OptionalInt headers) {
    if (report.isEmpty()) {
      return headers.isEmpty() ? "–" : Integer.toString(headers.getAsInt());
    }
    boolean agree = headers.isEmpty() || headers.getAsInt() == report.getAsInt();
    return report.getAsInt() + (agree ? "" : " (headers: " + headers.getAsInt() + ")");
  }

  private static String count(OptionalLong findings) {
    return findings.isEmpty() ? "–" : Long.toString(findings.getAsLong());
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }

  static String aligned(List<String[]> rows) {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    var text = new StringBuilder();
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        String gap = " ".repeat(widths[i] - row[i].length());
        text.append(i == 0 ? row[i] + gap : "  " + gap + row[i]);
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }
}
