package io.rowcall.sample.load;

import java.util.OptionalInt;
import org.HdrHistogram.Histogram;

/**
 * What the driver saw of one endpoint in one form. Latencies are microseconds from the intended
 * start. Thread-safe.
 */
final class Measured {

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

  synchronized double millisAt(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  synchronized double meanMillis() {
    return micros.getMean() / 1000.0;
  }

  synchronized long requests() {
    return micros.getTotalCount();
  }

  synchronized long errors() {
    return errors;
  }

  /** The highest {@code X-Query-Count} of any response. */
  synchronized OptionalInt mostExecutions() {
    return mostExecutions < 0 ? OptionalInt.empty() : OptionalInt.of(mostExecutions);
  }
}
