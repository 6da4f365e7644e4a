package io.rowcall.load.output;

import io.rowcall.load.run.Latency;
import io.rowcall.load.run.Result;
import io.rowcall.load.run.Variant;
import io.rowcall.load.service.AgentStats;
import io.rowcall.sample.catalog.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints each endpoint before and after. A dash means not measured. */
public final class ResultTable {

  private static final String[] HEADER = {
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

  public static String of(Result result) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEADER);
    for (Result.Row row : result.endpoints()) {
      rows.add(cells(row));
    }
    return conditions(result.conditions()) + TextTable.of(rows);
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
        %d workers in a closed loop, paced at half of full speed; %d alternating rounds of %d s: 5 tenths baseline, 2 without the cache, 3 optimized
        users by Zipf, pages 1 to 3, 7 %% writes; latency from the planned start
        before → after; queries: executions of the most expensive request; ~ percentile of fewer than 100 answers

        """,
        conditions.database(),
        conditions.withinTheApp()
            ? "in process, no round trip"
            : "round trip " + conditions.roundTripMillis() + " ms",
        conditions.cores(),
        conditions.agent() ? "attached" : "not attached",
        conditions.workers(),
        conditions.rounds(),
        conditions.roundSeconds());
  }

  /** Returns the report's figure, and that of the response headers if it differs. */
  private static String queries(Result.Side side) {
    AgentStats stats = side.seen();
    Integer header = side.queriesByHeader();
    if (stats == null) {
      return header == null ? "–" : header.toString();
    }
    return stats.mostExecutions()
        + (header == null || header == stats.mostExecutions() ? "" : " (headers: " + header + ")");
  }

  private static String findings(Result.Side side) {
    AgentStats stats = side.seen();
    return stats == null ? "–" : Long.toString(stats.findings());
  }

  private static String p50(Latency latency) {
    return latency.answers() == 0 ? "–" : TextTable.millis(latency.p50Millis());
  }

  private static String p95(Latency latency) {
    return latency.answers() == 0
        ? "–"
        : (latency.isSignificant() ? "" : "~") + TextTable.millis(latency.p95Millis());
  }

  private static String kept(Latency latency, int limit) {
    if (latency.answers() == 0) {
      return "–";
    }
    return (latency.isSignificant() ? "" : "~") + (latency.p95Millis() <= limit ? "yes" : "no");
  }
}
