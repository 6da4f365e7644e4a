package io.rowcall.sample.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a run measured of both forms, ready to be printed and written. What was not measured is
 * null.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Result(Conditions conditions, List<Row> endpoints, Totals before, Totals after) {

  /** Under what everything was measured. */
  record Conditions(
      String database,
      long roundTripMillis,
      int cores,
      int workers,
      boolean agent,
      int rounds,
      long roundSeconds) {}

  /** One endpoint in one form. */
  record Side(
      @Nullable Integer queries,
      @Nullable Integer queriesByHeader,
      long requests,
      long errors,
      double meanMillis,
      double p50Millis,
      double p95Millis,
      double p99Millis,
      @Nullable Long findings,
      @Nullable Long nPlusOneFindings) {}

  /** One endpoint before and after. */
  record Row(Endpoint endpoint, String label, Side before, Side after, @Nullable Double hitRatio) {}

  /** One form over all endpoints. */
  record Totals(
      double requestsPerSecondAtFullSpeed,
      long requests,
      long errors,
      double cacheHitRatio,
      long cacheBytes,
      List<Double> hitRatioBySource) {

    double errorRatio() {
      return requests == 0 ? 0 : (double) errors / requests;
    }
  }

  static Row row(
      Endpoint endpoint,
      Contender baseline,
      Contender optimised,
      AgentReport before,
      AgentReport after,
      Monitor monitor) {
    OptionalDouble ratio = monitor.hitRatio(endpoint);
    return new Row(
        endpoint,
        endpoint.label(),
        side(endpoint, baseline, before),
        side(endpoint, optimised, after),
        ratio.isEmpty() ? null : ratio.getAsDouble());
  }

  private static Side side(Endpoint endpoint, Contender contender, AgentReport report) {
    Measured measured = contender.measured(endpoint);
    Form form = contender.form();
    OptionalInt byHeader = measured.mostExecutions();
    OptionalInt byReport = report.mostExecutions(endpoint, form);
    OptionalLong findings = report.findings(endpoint, form, "");
    OptionalLong nPlusOne = report.findings(endpoint, form, "n+1");
    return new Side(
        byReport.isEmpty() ? null : (Integer) byReport.getAsInt(),
        byHeader.isEmpty() ? null : (Integer) byHeader.getAsInt(),
        measured.requests(),
        measured.errors(),
        measured.meanMillis(),
        measured.millisAt(50),
        measured.millisAt(95),
        measured.millisAt(99),
        findings.isEmpty() ? null : (Long) findings.getAsLong(),
        nPlusOne.isEmpty() ? null : (Long) nPlusOne.getAsLong());
  }

  static Totals totals(Contender contender, List<Endpoint> endpoints, Monitor monitor) {
    long requests = 0;
    long errors = 0;
    for (Endpoint endpoint : endpoints) {
      requests += contender.measured(endpoint).requests();
      errors += contender.measured(endpoint).errors();
    }
    List<Double> bySource = new ArrayList<>();
    for (Endpoint.Source source : Endpoint.Source.values()) {
      bySource.add(monitor.hitRatio(source));
    }
    return new Totals(
        contender.fullSpeed(),
        requests,
        errors,
        monitor.hitRatio(),
        monitor.cacheBytes(),
        bySource);
  }
}
