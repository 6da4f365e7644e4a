package io.rowcall.merge;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Measured;
import io.rowcall.format.read.ReportException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Merges one endpoint of all reports. */
final class EndpointMerger {
  static final Comparator<Endpoint> ORDER =
      Comparator.comparingLong((Endpoint e) -> e.executions.total)
          .reversed()
          .thenComparing(e -> e.name);

  private static final int BYTES = 1_200;

  private final Endpoint sum = new Endpoint();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger latency = new LatencyMerger();
  private final ExecutionsMerger executions = new ExecutionsMerger();
  private final SharesMerger statements = new SharesMerger();
  private final EndpointCallsMerger calls = new EndpointCallsMerger();
  private @Nullable MeasuredMerger measured;
  private @Nullable SeriesMerger series;

  EndpointMerger(String name, MemoryBudget memory) throws ReportException {
    sum.name = name;
    memory.reserve(BYTES + MemoryBudget.sizeOf(name));
  }

  synchronized void add(Endpoint endpoint, EncodedHistogram decoder, MemoryBudget memory)
      throws ReportException {
    unknown.add(endpoint, memory);
    series = SeriesMerger.add(series, endpoint.series, memory);
    latency.add(endpoint.latencyMillis, decoder, memory);
    executions.add(endpoint.executions, endpoint.requests, decoder, memory);
    sum.requests = OrderFreeSums.add(sum.requests, endpoint.requests);
    sum.errors = OrderFreeSums.add(sum.errors, endpoint.errors);
    sum.lateExecutions = OrderFreeSums.add(sum.lateExecutions, endpoint.lateExecutions);
    sum.databaseMillis = OrderFreeSums.addMillis(sum.databaseMillis, endpoint.databaseMillis);
    sum.cacheHits = OrderFreeSums.add(sum.cacheHits, endpoint.cacheHits);
    sum.cacheMisses = OrderFreeSums.add(sum.cacheMisses, endpoint.cacheMisses);
    sum.poolWaitMillis = OrderFreeSums.addMillis(sum.poolWaitMillis, endpoint.poolWaitMillis);
    sum.heldMillis = OrderFreeSums.addMillis(sum.heldMillis, endpoint.heldMillis);
    sum.commits = OrderFreeSums.add(sum.commits, endpoint.commits);
    sum.rollbacks = OrderFreeSums.add(sum.rollbacks, endpoint.rollbacks);
    sum.avoidableExecutions =
        OrderFreeSums.add(sum.avoidableExecutions, endpoint.avoidableExecutions);
    sum.avoidableMillis = OrderFreeSums.addMillis(sum.avoidableMillis, endpoint.avoidableMillis);
    addMeasured(endpoint.measured, decoder, memory);
    statements.add(endpoint.statements, memory);
    calls.add(endpoint.calls, endpoint.requests, decoder, memory);
  }

  private void addMeasured(@Nullable Measured part, EncodedHistogram decoder, MemoryBudget memory)
      throws ReportException {
    if (part == null) {
      return;
    }
    MeasuredMerger merger = measured;
    if (merger == null) {
      merger = new MeasuredMerger();
      measured = merger;
      memory.reserve(BYTES);
    }
    merger.add(part, decoder, memory);
  }

  Endpoint merged() {
    sum.latencyMillis = latency.merged();
    sum.executions = executions.merged();
    double millis = sum.latencyMillis.mean * sum.requests;
    sum.potentialPercent = millis <= 0 ? 0 : Math.min(100, 100 * sum.avoidableMillis / millis);
    sum.series = series == null ? null : series.merged();
    sum.measured = measured == null ? null : measured.merged();
    sum.statements = statements.merged();
    sum.calls = calls.merged();
    unknown.copyTo(sum);
    return sum;
  }
}
