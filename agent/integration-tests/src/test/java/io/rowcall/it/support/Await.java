package io.rowcall.it.support;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for a condition, never for a time. */
public final class Await {
  private Await() {}

  /**
   * Returns when {@code condition} holds; fails after {@code limit} with what {@code state} says
   * then.
   */
  public static void until(BooleanSupplier condition, Duration limit, Supplier<String> state) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not after " + limit + ": " + state.get());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
