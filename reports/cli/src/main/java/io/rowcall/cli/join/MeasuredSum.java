package io.rowcall.cli.join;

import io.rowcall.format.Measured;
import io.rowcall.format.ReportException;

/** The requests of one endpoint after its warm-up, of all reports that had one. */
final class MeasuredSum {
  private final Measured sum = new Measured();
  private final Unknown unknown = new Unknown();
  private final LatencySum latency = new LatencySum();
  private final ExecutionsSum executions = new ExecutionsSum();

  void add(Measured one, EncodedHistogram decoder, Weight weight) throws ReportException {
    unknown.add(one, weight);
    latency.add(one.latencyMillis, decoder, weight);
    executions.add(one.executions, one.requests, decoder, weight);
    sum.requests = Sums.of(sum.requests, one.requests);
    sum.cacheHits = Sums.of(sum.cacheHits, one.cacheHits);
    sum.cacheMisses = Sums.of(sum.cacheMisses, one.cacheMisses);
  }

  Measured measured() {
    sum.latencyMillis = latency.latency();
    sum.executions = executions.executions();
    unknown.giveTo(sum);
    return sum;
  }
}
