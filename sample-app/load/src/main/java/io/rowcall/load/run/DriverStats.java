package io.rowcall.load.run;

import io.rowcall.load.service.Sample;
import java.util.OptionalInt;
import org.HdrHistogram.Histogram;

/**
 * Client-side statistics of one endpoint in one form. Latencies are microseconds from the intended
 * start. Thread-safe.
 */
final class DriverStats {

  private final Histogram micros = new Histogram(60_000_000L, 3);
  private long errors;
  private int mostExecutions = -1;

  synchronized void record(Sample sample, long elapsedNanos) {
    micros.recordValue(Math.min(elapsedNanos / 1000, micros.getHighestTrackableValue()));
    if (sample.failed()) {
      errors++;
    }
    sample.executions().ifPresent(count -> mostExecutions = Math.max(mostExecutions, count));
  }

  /** Returns the combined latencies. */
  static Latency merge(Iterable<DriverStats> parts) {
    var all = new DriverStats();
    for (DriverStats part : parts) {
      synchronized (part) {
        all.micros.add(part.micros);
      }
    }
    return all.latency();
  }

  synchronized Latency latency() {
    return new Latency(
        micros.getTotalCount(), micros.getMean() / 1000, millisAt(50), millisAt(95), millisAt(99));
  }

  synchronized long errors() {
    return errors;
  }

  /** Returns the highest {@code X-Query-Count} of any response. */
  synchronized OptionalInt mostExecutions() {
    return mostExecutions < 0 ? OptionalInt.empty() : OptionalInt.of(mostExecutions);
  }

  private double millisAt(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
