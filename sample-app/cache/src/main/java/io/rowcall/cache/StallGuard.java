package io.rowcall.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns callers away while earlier ones have been waiting for too long, so that a server that has
 * stopped answering does not hold everybody until their commands time out. Thread-safe.
 */
final class StallGuard {

  private final long patienceNanos;
  private final Ticker ticker;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile long lastAnswer;

  StallGuard(long patienceNanos, Ticker ticker) {
    this.patienceNanos = patienceNanos;
    this.ticker = ticker;
  }

  /**
   * Begins to wait.
   *
   * @throws IllegalStateException if others have been waiting for too long
   */
  void begin() {
    if (waiting.get() == 0) {
      lastAnswer = ticker.read();
    } else if (ticker.read() - lastAnswer > patienceNanos) {
      throw new IllegalStateException("Redis has stopped answering");
    }
    waiting.incrementAndGet();
  }

  void end() {
    lastAnswer = ticker.read();
    waiting.decrementAndGet();
  }

  /** Returns the number of commands without an answer. */
  int waiting() {
    return waiting.get();
  }
}
