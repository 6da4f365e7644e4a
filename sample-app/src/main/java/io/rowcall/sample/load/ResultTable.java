package io.rowcall.sample.load;

import io.rowcall.sample.catalog.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people came for: each endpoint before and after. A dash is what was not measured. */
final class ResultTable {

  private static final String[] HEAD = {
    "endpoint",
    "answers",
    "queries",
    "p50 ms",
    "p95 ms",
    "hits",
    "findings",
    "promised ms",
    "p95 kept"
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
    Result.Side before = row.side(Variant.BASELINE);
    Result.Side after = row.side(Variant.OPTIMIZED);
    Endpoint.Target target = row.endpoint().target();
    boolean promised = target.afterMillis() > 0;
    return new String[] {
      row.label(),
      before.latency().answers() + " → " + after.latency().answers(),
      queries(before) + " → " + queries(after),
      p50(before.latency()) + " → " + p50(after.latency()),
      p95(before.latency()) + " → " + p95(after.latency()),
      row.lookups().any()
          ? String.format(Locale.ROOT, "%.0f %%", 100 * row.lookups().hitRatio())
          : "–",
      findings(before) + " → " + findings(after),
      promised ? target.beforeMillis() + " → " + target.afterMillis() : "–",
      promised ? kept(after.latency(), target.afterMillis()) : "–"
    };
  }

  private static String conditions(Result.Conditions conditions) {
    return String.format(
        Locale.ROOT,
        """

        %s; %s; %d cores; agent %s
        %d workers in a closed loop, planned at half of what they can do; %d alternating rounds of %d s: 5 tenths baseline, 2 without the cache, 3 optimized
        users by Zipf, pages 1 to 3, 7 %% writes; latency from the planned start
        before → after; queries: executions of the most expensive request; ~ a percentile of fewer than 100 answers

        """,
        conditions.database(),
        conditions.withinTheApp()
            ? "within the app, no round trip"
            : "round trip " + conditions.roundTripMillis() + " ms",
        conditions.cores(),
        conditions.agent() ? "attached" : "not attached",
        conditions.workers(),
        conditions.rounds(),
        conditions.roundSeconds());
  }

  /** The report's figure; both when the response headers say something else. */
  private static String queries(Result.Side side) {
    AgentStats seen = side.seen();
    Integer header = side.queriesByHeader();
    if (seen == null) {
      return header == null ? "–" : header.toString();
    }
    return seen.mostExecutions()
        + (header == null || header == seen.mostExecutions() ? "" : " (headers: " + header + ")");
  }

  private static String findings(Result.Side side) {
    AgentStats seen = side.seen();
    return seen == null ? "–" : Long.toString(seen.findings());
  }

  private static String p50(Latency latency) {
    return latency.answers() == 0 ? "–" : millis(latency.p50Millis());
  }

  private static String p95(Latency latency) {
    return latency.answers() == 0
        ? "–"
        : (latency.solid() ? "" : "~") + millis(latency.p95Millis());
  }

  private static String kept(Latency latency, int limit) {
    if (latency.answers() == 0) {
      return "–";
    }
    return (latency.solid() ? "" : "~") + (latency.p95Millis() <= limit ? "yes" : "no");
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
