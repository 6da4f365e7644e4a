package io.rowcall.sample.load;

import io.rowcall.sample.catalog.Endpoint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a run measured of every lane, ready to be printed and written. What was not measured is
 * null.
 */
record Result(Conditions conditions, List<Row> endpoints, Map<Variant, Totals> totals) {

  /** Under what everything was measured. */
  record Conditions(
      String database,
      boolean withinTheApp,
      long roundTripMillis,
      int cores,
      int workers,
      boolean agent,
      int rounds,
      long roundSeconds) {}

  /**
   * One endpoint.
   *
   * @param lookups in the cache, of the optimized lane
   */
  record Row(Endpoint endpoint, String label, Map<Variant, Side> sides, Lookups lookups) {

    Side side(Variant lane) {
      Side side = sides.get(lane);
      if (side == null) {
        throw new IllegalArgumentException(lane + " was not run");
      }
      return side;
    }

    boolean askedEverywhere() {
      return sides.values().stream().allMatch(side -> side.latency().answers() > 0);
    }
  }

  /**
   * One endpoint in one lane.
   *
   * @param queriesByHeader the highest {@code X-Query-Count}
   */
  record Side(
      Latency latency, long errors, @Nullable Integer queriesByHeader, @Nullable AgentStats seen) {}

  /** One lane over all endpoints. */
  record Totals(
      double requestsPerSecondAtFullSpeed,
      long requests,
      long errors,
      Lookups lookups,
      long cacheBytes,
      Usage usage,
      Monitor.PoolUse pool,
      @Nullable Long statementsOverASecond,
      Map<Endpoint.Source, Latency> latencies) {

    double errorRatio() {
      return requests == 0 ? 0 : (double) errors / requests;
    }
  }

  Totals totals(Variant lane) {
    Totals found = totals.get(lane);
    if (found == null) {
      throw new IllegalArgumentException(lane + " was not run");
    }
    return found;
  }

  static Row row(
      Endpoint endpoint,
      List<LoadRun> contenders,
      Map<Variant, AgentReport> reports,
      Monitor optimized) {
    Map<Variant, Side> sides = new EnumMap<>(Variant.class);
    for (LoadRun contender : contenders) {
      DriverStats measured = contender.measured(endpoint);
      OptionalInt byHeader = measured.mostExecutions();
      AgentReport report = reports.get(contender.lane());
      sides.put(
          contender.lane(),
          new Side(
              measured.latency(),
              measured.errors(),
              byHeader.isEmpty() ? null : (Integer) byHeader.getAsInt(),
              report == null ? null : report.seen(endpoint, contender.lane().form()).orElse(null)));
    }
    return new Row(endpoint, endpoint.label(), sides, optimized.lookups(endpoint));
  }

  /**
   * @param report null when there is none
   */
  static Totals totals(
      LoadRun contender, List<Endpoint> endpoints, Monitor monitor, @Nullable AgentReport report)
      throws java.io.IOException {
    long requests = 0;
    long errors = 0;
    for (Endpoint endpoint : endpoints) {
      requests += contender.measured(endpoint).latency().answers();
      errors += contender.measured(endpoint).errors();
    }
    Map<Endpoint.Source, Latency> latencies = new EnumMap<>(Endpoint.Source.class);
    for (Endpoint.Source source : Endpoint.Source.values()) {
      latencies.put(
          source,
          DriverStats.together(
              endpoints.stream()
                  .filter(endpoint -> endpoint.source() == source)
                  .map(contender::measured)
                  .toList()));
    }
    return new Totals(
        contender.fullSpeed(),
        requests,
        errors,
        monitor.lookups(),
        monitor.cacheBytes(),
        contender.usage(),
        monitor.pool(),
        report == null || report.isEmpty() ? null : (Long) report.statementsOver(1000),
        latencies);
  }

  /** The rows of some endpoints. */
  List<Row> rows(Endpoint... wanted) {
    List<Endpoint> some = Arrays.asList(wanted);
    return endpoints.stream().filter(row -> some.contains(row.endpoint())).toList();
  }

  List<Row> rows(Endpoint.Source source) {
    return endpoints.stream().filter(row -> row.endpoint().source() == source).toList();
  }
}
