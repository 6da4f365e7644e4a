package io.rowcall.load.claims;

import static io.rowcall.load.run.Variant.BASELINE;
import static io.rowcall.load.run.Variant.OPTIMIZED;

import io.rowcall.load.run.Result;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;

/** Claims of the second document on the meetings service, which introduced its monitoring. */
final class MonitoringClaims {

  private MonitoringClaims() {}

  static List<Claim> of(Figures figures) {
    var check = new ClaimChecker("meetings, monitoring");
    List<Result.Row> rows = figures.rows(Source.MEETINGS);
    savedStatements(check, figures, Endpoint.MEETINGS_LIST, 70);
    savedStatements(check, figures, Endpoint.USAGE, 66);
    savedStatements(check, figures, Endpoint.CHAT, 60);
    check.drop(
        "average response",
        "−50 to −60 %",
        figures.meanMillis(BASELINE, rows),
        figures.meanMillis(OPTIMIZED, rows),
        Double.POSITIVE_INFINITY,
        50,
        " ms");
    check.drop(
        "database time of a request",
        "−70 to −75 %",
        figures.databaseMillis(BASELINE, rows),
        figures.databaseMillis(OPTIMIZED, rows),
        Double.POSITIVE_INFINITY,
        70,
        " ms");
    check.atLeast(
        "hits",
        "0 → 45–60 %",
        figures.hitPercent(rows),
        45,
        " %",
        "the run is short: the first request of each user for each page is a miss");
    double left = figures.nPlusOneFindings(OPTIMIZED, rows);
    check.atMost("N+1 findings", "0", left, 0, "", "see the reports");
    check.atMost(
        "endpoints with a p95 over 1 s",
        "8 → 1–2",
        figures.slowerThanOneSecond(OPTIMIZED, rows),
        2,
        "");
    return check.results();
  }

  /** Checks how many of its statements an endpoint saves. */
  private static void savedStatements(
      ClaimChecker check, Figures figures, Endpoint endpoint, double percent) {
    List<Result.Row> row = figures.rows(endpoint);
    check.drop(
        endpoint.label() + ", statements of a request",
        ClaimChecker.text(-percent).replace('-', '−') + " %",
        figures.executions(BASELINE, row),
        figures.executions(OPTIMIZED, row),
        Double.POSITIVE_INFINITY,
        percent,
        "");
  }
}
