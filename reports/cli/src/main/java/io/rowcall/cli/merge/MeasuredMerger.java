package io.rowcall.cli.merge;

import io.rowcall.format.Measured;
import io.rowcall.format.ReportException;

/** The requests of one endpoint after its warm-up, of all reports that had one. */
final class MeasuredMerger {
  private final Measured sum = new Measured();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger latency = new LatencyMerger();
  private final ExecutionsMerger executions = new ExecutionsMerger();

  void add(Measured one, EncodedHistogram decoder, MemoryBudget weight) throws ReportException {
    unknown.add(one, weight);
    latency.add(one.latencyMillis, decoder, weight);
    executions.add(one.executions, one.requests, decoder, weight);
    sum.requests = OrderFreeSums.of(sum.requests, one.requests);
    sum.cacheHits = OrderFreeSums.of(sum.cacheHits, one.cacheHits);
    sum.cacheMisses = OrderFreeSums.of(sum.cacheMisses, one.cacheMisses);
  }

  Measured measured() {
    sum.latencyMillis = latency.latency();
    sum.executions = executions.executions();
    unknown.giveTo(sum);
    return sum;
  }
}
