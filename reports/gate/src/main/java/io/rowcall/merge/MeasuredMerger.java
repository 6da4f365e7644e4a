package io.rowcall.merge;

import io.rowcall.format.Measured;
import io.rowcall.format.read.ReportException;

/** Merges the figures of one endpoint after its warm-up, of all reports that have them. */
final class MeasuredMerger {
  private final Measured sum = new Measured();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger latency = new LatencyMerger();
  private final ExecutionsMerger executions = new ExecutionsMerger();

  void add(Measured measured, EncodedHistogram decoder, MemoryBudget memory)
      throws ReportException {
    unknown.add(measured, memory);
    latency.add(measured.latencyMillis, decoder, memory);
    executions.add(measured.executions, measured.requests, decoder, memory);
    sum.requests = OrderFreeSums.add(sum.requests, measured.requests);
    sum.cacheHits = OrderFreeSums.add(sum.cacheHits, measured.cacheHits);
    sum.cacheMisses = OrderFreeSums.add(sum.cacheMisses, measured.cacheMisses);
  }

  Measured merged() {
    sum.latencyMillis = latency.merged();
    sum.executions = executions.merged();
    unknown.copyTo(sum);
    return sum;
  }
}
