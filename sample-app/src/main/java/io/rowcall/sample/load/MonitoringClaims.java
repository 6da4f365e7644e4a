package io.rowcall.sample.load;

import static io.rowcall.sample.load.Variant.BASELINE;
import static io.rowcall.sample.load.Variant.OPTIMIZED;

import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.List;

/** What the second document on the meetings service promises, which brought its monitoring. */
final class MonitoringClaims {

  private MonitoringClaims() {}

  static List<Claim> of(Figures figures) {
    var promises = new Claims("meetings, monitoring");
    List<Result.Row> mine = figures.rows(Source.MEETINGS);
    potential(promises, figures, Endpoint.MEETINGS_LIST, 70);
    potential(promises, figures, Endpoint.USAGE, 66);
    potential(promises, figures, Endpoint.CHAT, 60);
    promises.falls(
        "average response",
        "−50 to −60 %",
        figures.meanMillis(BASELINE, mine),
        figures.meanMillis(OPTIMIZED, mine),
        Double.POSITIVE_INFINITY,
        50,
        " ms");
    promises.falls(
        "database time of a request",
        "−70 to −75 %",
        figures.databaseMillis(BASELINE, mine),
        figures.databaseMillis(OPTIMIZED, mine),
        Double.POSITIVE_INFINITY,
        70,
        " ms");
    promises.least(
        "hits",
        "0 → 45–60 %",
        figures.hitPercent(mine),
        45,
        " %",
        "the run is short: the first request of each user for each page is a miss");
    double left = figures.nPlusOneFindings(OPTIMIZED, mine);
    promises.most("N+1 findings", "0", left, 0, "", "the reports name them");
    promises.most(
        "endpoints with a p95 over 1 s", "8 → 1–2", figures.overASecond(OPTIMIZED, mine), 2, "");
    return promises.judged();
  }

  /** How many of its statements an endpoint can do without, told from the counts. */
  private static void potential(
      Claims promises, Figures figures, Endpoint endpoint, double percent) {
    List<Result.Row> row = figures.rows(endpoint);
    promises.falls(
        endpoint.label() + ", statements of a request",
        Claims.text(-percent).replace('-', '−') + " %",
        figures.executions(BASELINE, row),
        figures.executions(OPTIMIZED, row),
        Double.POSITIVE_INFINITY,
        percent,
        "");
  }
}
