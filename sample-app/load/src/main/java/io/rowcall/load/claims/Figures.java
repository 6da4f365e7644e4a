package io.rowcall.load.claims;

import io.rowcall.load.run.Latency;
import io.rowcall.load.run.Result;
import io.rowcall.load.run.Variant;
import io.rowcall.load.service.AgentStats;
import io.rowcall.load.service.Lookups;
import io.rowcall.sample.catalog.Endpoint;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures of a result over several endpoints. NaN means not measured. */
public final class Figures {

  private final Result result;

  public Figures(Result result) {
    this.result = result;
  }

  public Result.Totals totals(Variant variant) {
    return result.totals(variant);
  }

  /** Returns whether the run included endpoints of this document. */
  public boolean covers(Endpoint.Source source) {
    return !rows(source).isEmpty();
  }

  public List<Result.Row> rows(Endpoint.Source source) {
    return result.rows(source);
  }

  public List<Result.Row> rows(Endpoint... endpoints) {
    return result.rows(endpoints);
  }

  public Latency latency(Variant variant, Endpoint endpoint) {
    return result.rows(endpoint).get(0).side(variant).latency();
  }

  public Latency latency(Variant variant, Endpoint.Source source) {
    Latency latency = result.totals(variant).latencies().get(source);
    if (latency == null) {
      throw new IllegalArgumentException(source + " has not run");
    }
    return latency;
  }

  /** Returns the mean of the endpoints' means, so that each endpoint has the same weight. */
  public double meanMillis(Variant variant, List<Result.Row> rows) {
    return rows.stream()
        .filter(Result.Row::hasAnswersEverywhere)
        .mapToDouble(row -> row.side(variant).latency().meanMillis())
        .average()
        .orElse(Double.NaN);
  }

  /** Counts the endpoints with a p95 over one second. */
  public long slowerThanOneSecond(Variant variant, List<Result.Row> rows) {
    return rows.stream().filter(row -> row.side(variant).latency().p95Millis() > 1000).count();
  }

  /** Returns the database time per request. */
  public double databaseMillis(Variant variant, List<Result.Row> rows) {
    return sum(variant, rows, AgentStats::databaseMillis)
        / sum(variant, rows, AgentStats::requests);
  }

  /** Returns the executions per request. */
  public double executions(Variant variant, List<Result.Row> rows) {
    return sum(variant, rows, AgentStats::executions) / sum(variant, rows, AgentStats::requests);
  }

  public double millisPerExecution(Variant variant, List<Result.Row> rows) {
    return sum(variant, rows, AgentStats::databaseMillis)
        / sum(variant, rows, AgentStats::executions);
  }

  public double nPlusOneFindings(Variant variant, List<Result.Row> rows) {
    return sum(variant, rows, AgentStats::nPlusOneFindings);
  }

  public double mostExecutions(Variant variant, Endpoint endpoint) {
    return sum(variant, result.rows(endpoint), AgentStats::mostExecutions);
  }

  /** Returns the hit ratio of the optimized variant in percent. */
  public double hitPercent(List<Result.Row> rows) {
    return 100
        * rows.stream().map(Result.Row::lookups).reduce(Lookups.NONE, Lookups::plus).hitRatio();
  }

  /** Returns a sum of the agent's figures; NaN if the agent was not attached. */
  private static double sum(
      Variant variant, List<Result.Row> rows, ToDoubleFunction<AgentStats> figure) {
    double total = 0;
    for (Result.Row row : rows) {
      AgentStats stats = row.side(variant).seen();
      if (stats != null) {
        total += figure.applyAsDouble(stats);
      } else if (row.side(variant).latency().answers() > 0) {
        return Double.NaN;
      }
    }
    return total;
  }
}
