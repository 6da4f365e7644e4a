package io.rowcall.sample.load;

import io.rowcall.sample.catalog.Endpoint;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A result's figures over several endpoints. What was not measured is NaN. */
final class Figures {

  private final Result result;

  Figures(Result result) {
    this.result = result;
  }

  Result.Totals totals(Variant lane) {
    return result.totals(lane);
  }

  /** Whether the run asked for anything that this document is about. */
  boolean asked(Endpoint.Source source) {
    return !rows(source).isEmpty();
  }

  List<Result.Row> rows(Endpoint.Source source) {
    return result.rows(source);
  }

  List<Result.Row> rows(Endpoint... endpoints) {
    return result.rows(endpoints);
  }

  Latency latency(Variant lane, Endpoint endpoint) {
    return result.rows(endpoint).get(0).side(lane).latency();
  }

  Latency latency(Variant lane, Endpoint.Source source) {
    Latency found = result.totals(lane).latencies().get(source);
    if (found == null) {
      throw new IllegalArgumentException(source + " was not run");
    }
    return found;
  }

  /** The average of the endpoints' averages, so that each endpoint counts the same in each lane. */
  double meanMillis(Variant lane, List<Result.Row> rows) {
    return rows.stream()
        .filter(Result.Row::askedEverywhere)
        .mapToDouble(row -> row.side(lane).latency().meanMillis())
        .average()
        .orElse(Double.NaN);
  }

  /** Of those endpoints that were asked, how many have a p95 over a second. */
  long overASecond(Variant lane, List<Result.Row> rows) {
    return rows.stream().filter(row -> row.side(lane).latency().p95Millis() > 1000).count();
  }

  /** Of one request. */
  double databaseMillis(Variant lane, List<Result.Row> rows) {
    return seen(lane, rows, AgentStats::databaseMillis) / seen(lane, rows, AgentStats::requests);
  }

  /** Of one request. */
  double executions(Variant lane, List<Result.Row> rows) {
    return seen(lane, rows, AgentStats::executions) / seen(lane, rows, AgentStats::requests);
  }

  double millisOfAnExecution(Variant lane, List<Result.Row> rows) {
    return seen(lane, rows, AgentStats::databaseMillis) / seen(lane, rows, AgentStats::executions);
  }

  double nPlusOneFindings(Variant lane, List<Result.Row> rows) {
    return seen(lane, rows, AgentStats::nPlusOneFindings);
  }

  double mostExecutions(Variant lane, Endpoint endpoint) {
    return seen(lane, result.rows(endpoint), AgentStats::mostExecutions);
  }

  /** Of the optimized lane's lookups. */
  double hitPercent(List<Result.Row> rows) {
    return 100
        * rows.stream().map(Result.Row::lookups).reduce(Lookups.NONE, Lookups::plus).hitRatio();
  }

  /** A sum; not a number when the agent was not there to see it. */
  private static double seen(
      Variant lane, List<Result.Row> rows, ToDoubleFunction<AgentStats> figure) {
    double sum = 0;
    for (Result.Row row : rows) {
      AgentStats seen = row.side(lane).seen();
      if (seen != null) {
        sum += figure.applyAsDouble(seen);
      } else if (row.side(lane).latency().answers() > 0) {
        return Double.NaN;
      }
    }
    return sum;
  }
}
