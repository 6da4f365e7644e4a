package io.rowcall.sample.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people came for: each endpoint before and after. A dash is what was not measured. */
final class ResultTable {

  private static final String[] HEAD = {
    "endpoint",
    "requests",
    "queries",
    "p50 ms",
    "p95 ms",
    "hit ratio",
    "findings",
    "target ms",
    "reached"
  };

  private ResultTable() {}

  static String of(Result result) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Result.Row row : result.endpoints()) {
      rows.add(cells(row));
    }
    return conditions(result.conditions()) + aligned(rows);
  }

  private static String[] cells(Result.Row row) {
    int target = row.endpoint().target().afterMillis();
    Double ratio = row.hitRatio();
    return new String[] {
      row.label(),
      row.before().requests() + " → " + row.after().requests(),
      queries(row.before()) + " → " + queries(row.after()),
      millis(row.before(), row.before().p50Millis())
          + " → "
          + millis(row.after(), row.after().p50Millis()),
      millis(row.before(), row.before().p95Millis())
          + " → "
          + millis(row.after(), row.after().p95Millis()),
      ratio == null ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * ratio),
      text(row.before().findings()) + " → " + text(row.after().findings()),
      target == 0 ? "–" : Integer.toString(target),
      target == 0 || row.after().requests() == 0
          ? "–"
          : row.after().p95Millis() <= target ? "yes" : "no"
    };
  }

  private static String conditions(Result.Conditions conditions) {
    return String.format(
        Locale.ROOT,
        """

        %s; %s; %d cores; agent %s
        %d workers in a closed loop, planned at half of what they can do; %d rounds of %d and %d s, alternating
        users by Zipf, pages 1 to 3, 7 %% writes; latency from the planned start, target and verdict for p95
        queries: executions of the most expensive request, before → after

        """,
        conditions.database(),
        conditions.roundTripMillis() == 0
            ? "within the app, no round trip"
            : "round trip " + conditions.roundTripMillis() + " ms",
        conditions.cores(),
        conditions.agent() ? "attached" : "not attached",
        conditions.workers(),
        conditions.rounds(),
        conditions.roundSeconds() * Demo.BASELINE_SHARE,
        conditions.roundSeconds());
  }

  /** The report's figure; both when the response headers say something else. */
  private static String queries(Result.Side side) {
    Integer report = side.queries();
    Integer header = side.queriesByHeader();
    if (report == null) {
      return text(header);
    }
    return report + (header == null || header.equals(report) ? "" : " (headers: " + header + ")");
  }

  private static String text(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }

  private static String millis(Result.Side side, double value) {
    return side.requests() == 0 ? "–" : millis(value);
  }

  static String millis(double value) {
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
