package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Requests between two uses: a bounded queue for any number of threads at both ends (after Dmitry
 * Vyukov's design). Each cell has a turn; whoever holds the turn owns the cell. One compare-and-set
 * to take, one to give, no allocation.
 */
public final class RequestPool {
  private static final int SIZE = 1024;
  private static final int MASK = SIZE - 1;

  private final AtomicReferenceArray<@Nullable Request> cells =
      new AtomicReferenceArray<@Nullable Request>(SIZE);
  private final AtomicLongArray turns = new AtomicLongArray(SIZE);
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong given = new AtomicLong();

  RequestPool() {
    for (int i = 0; i < SIZE; i++) {
      turns.set(i, i);
    }
  }

  /** A spare request, or null when there is none. */
  @Nullable Request take() {
    for (; ; ) {
      long at = taken.get();
      int cell = (int) at & MASK;
      long ahead = turns.get(cell) - (at + 1);
      if (ahead < 0) {
        return null;
      }
      if (ahead == 0 && taken.compareAndSet(at, at + 1)) {
        Request request = cells.get(cell);
        cells.lazySet(cell, null);
        turns.set(cell, at + SIZE);
        return request;
      }
    }
  }

  /** Keeps a request for its next use, or leaves it to the collector when there are enough. */
  void give(Request request) {
    for (; ; ) {
      long at = given.get();
      int cell = (int) at & MASK;
      long ahead = turns.get(cell) - at;
      if (ahead < 0) {
        return;
      }
      if (ahead == 0 && given.compareAndSet(at, at + 1)) {
        cells.lazySet(cell, request);
        turns.set(cell, at + 1);
        return;
      }
    }
  }
}
