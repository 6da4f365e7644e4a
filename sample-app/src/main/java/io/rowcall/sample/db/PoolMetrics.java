package io.rowcall.sample.db;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Metrics of the connection pool: peak use, time to acquire, and time held.
 *
 * <p>Thread-safe; it counts since the pool was opened.
 */
public final class PoolMetrics implements IMetricsTracker {

  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger mostActive = new AtomicInteger();
  private final LongAdder acquisitions = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();
  private final LongAdder heldMillis = new LongAdder();
  private final LongAdder timeouts = new LongAdder();

  /** Also called for a wait without success, before the timeout is recorded. */
  @Override
  public void recordConnectionAcquiredNanos(long elapsedAcquiredNanos) {
    int now = active.incrementAndGet();
    mostActive.accumulateAndGet(now, Math::max);
    acquisitions.increment();
    waitedNanos.add(elapsedAcquiredNanos);
  }

  @Override
  public void recordConnectionUsageMillis(long elapsedBorrowedMillis) {
    active.decrementAndGet();
    heldMillis.add(elapsedBorrowedMillis);
  }

  @Override
  public void recordConnectionTimeout() {
    active.decrementAndGet();
    acquisitions.decrement();
    timeouts.increment();
  }

  /**
   * Returns the peak number of connections in use; if the pool is exhausted, it includes the one
   * waited for.
   */
  public int mostActive() {
    return mostActive.get();
  }

  public long acquisitions() {
    return acquisitions.sum();
  }

  public double waitedMillis() {
    return waitedNanos.sum() / 1e6;
  }

  public long heldMillis() {
    return heldMillis.sum();
  }

  public long timeouts() {
    return timeouts.sum();
  }
}
