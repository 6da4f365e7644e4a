package io.rowcall.load.run;

import io.rowcall.load.service.AgentReport;
import io.rowcall.load.service.AgentStats;
import io.rowcall.load.service.Lookups;
import io.rowcall.load.service.Monitor;
import io.rowcall.sample.catalog.Endpoint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Measurements of every variant, ready to be printed and written. Null means not measured. */
public record Result(Conditions conditions, List<Row> endpoints, Map<Variant, Totals> totals) {

  /** Conditions of the measurement. */
  public record Conditions(
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
   * @param lookups cache lookups of the optimized variant
   */
  public record Row(Endpoint endpoint, String label, Map<Variant, Side> sides, Lookups lookups) {

    public Side side(Variant variant) {
      Side side = sides.get(variant);
      if (side == null) {
        throw new IllegalArgumentException(variant + " has not run");
      }
      return side;
    }

    public boolean hasAnswersEverywhere() {
      return sides.values().stream().allMatch(side -> side.latency().answers() > 0);
    }
  }

  /**
   * One endpoint in one variant.
   *
   * @param queriesByHeader highest {@code X-Query-Count}
   */
  public record Side(
      Latency latency, long errors, @Nullable Integer queriesByHeader, @Nullable AgentStats seen) {}

  /** One variant over all endpoints. */
  public record Totals(
      double requestsPerSecondAtFullSpeed,
      long requests,
      long errors,
      Lookups lookups,
      long cacheBytes,
      Usage usage,
      Monitor.PoolUse pool,
      @Nullable Long statementsOverASecond,
      Map<Endpoint.Source, Latency> latencies) {

    public double errorRatio() {
      return requests == 0 ? 0 : (double) errors / requests;
    }
  }

  public Totals totals(Variant variant) {
    Totals variantTotals = totals.get(variant);
    if (variantTotals == null) {
      throw new IllegalArgumentException(variant + " has not run");
    }
    return variantTotals;
  }

  public static Row row(
      Endpoint endpoint, List<LoadRun> runs, Map<Variant, AgentReport> reports, Monitor optimized) {
    Map<Variant, Side> sides = new EnumMap<>(Variant.class);
    for (LoadRun run : runs) {
      DriverStats measured = run.measured(endpoint);
      OptionalInt byHeader = measured.mostExecutions();
      AgentReport report = reports.get(run.variant());
      sides.put(
          run.variant(),
          new Side(
              measured.latency(),
              measured.errors(),
              byHeader.isEmpty() ? null : (Integer) byHeader.getAsInt(),
              report == null ? null : report.stats(endpoint, run.variant().form()).orElse(null)));
    }
    return new Row(endpoint, endpoint.label(), sides, optimized.lookups(endpoint));
  }

  /**
   * Sums up one variant.
   *
   * @param report null if there is none
   */
  public static Totals totals(
      LoadRun run, List<Endpoint> endpoints, Monitor monitor, @Nullable AgentReport report)
      throws java.io.IOException {
    long requests = 0;
    long errors = 0;
    for (Endpoint endpoint : endpoints) {
      requests += run.measured(endpoint).latency().answers();
      errors += run.measured(endpoint).errors();
    }
    Map<Endpoint.Source, Latency> latencies = new EnumMap<>(Endpoint.Source.class);
    for (Endpoint.Source source : Endpoint.Source.values()) {
      latencies.put(
          source,
          DriverStats.merge(
              endpoints.stream()
                  .filter(endpoint -> endpoint.source() == source)
                  .map(run::measured)
                  .toList()));
    }
    return new Totals(
        run.fullSpeed(),
        requests,
        errors,
        monitor.lookups(),
        monitor.cacheBytes(),
        run.usage(),
        monitor.pool(),
        report == null || report.isEmpty() ? null : (Long) report.statementsSlowerThan(1000),
        latencies);
  }

  /** Returns the rows of the given endpoints. */
  public List<Row> rows(Endpoint... endpoints) {
    List<Endpoint> requested = Arrays.asList(endpoints);
    return this.endpoints.stream().filter(row -> requested.contains(row.endpoint())).toList();
  }

  public List<Row> rows(Endpoint.Source source) {
    return endpoints.stream().filter(row -> row.endpoint().source() == source).toList();
  }
}
