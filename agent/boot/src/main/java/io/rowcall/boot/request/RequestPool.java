package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Bounded, lock-free MPMC pool of reusable requests (Dmitry Vyukov's queue). Each cell has a
 * sequence number that tells whose turn it is. One compare-and-set to take, one to give, no
 * allocation.
 */
public final class RequestPool {
  private static final int SIZE = 1024;
  private static final int MASK = SIZE - 1;

  private final AtomicReferenceArray<@Nullable Request> cells =
      new AtomicReferenceArray<@Nullable Request>(SIZE);
  private final AtomicLongArray sequences = new AtomicLongArray(SIZE);
  private final AtomicLong head = new AtomicLong();
  private final AtomicLong tail = new AtomicLong();

  RequestPool() {
    for (int i = 0; i < SIZE; i++) {
      sequences.set(i, i);
    }
  }

  /** Takes a request; null when the pool is empty. */
  @Nullable Request take() {
    for (; ; ) {
      long position = head.get();
      int cell = (int) position & MASK;
      long ahead = sequences.get(cell) - (position + 1);
      if (ahead < 0) {
        return null;
      }
      if (ahead == 0 && head.compareAndSet(position, position + 1)) {
        Request request = cells.get(cell);
        cells.lazySet(cell, null);
        sequences.set(cell, position + SIZE);
        return request;
      }
    }
  }

  /** Returns a request; leaves it to the garbage collector when the pool is full. */
  void give(Request request) {
    for (; ; ) {
      long position = tail.get();
      int cell = (int) position & MASK;
      long ahead = sequences.get(cell) - position;
      if (ahead < 0) {
        return;
      }
      if (ahead == 0 && tail.compareAndSet(position, position + 1)) {
        cells.lazySet(cell, request);
        sequences.set(cell, position + 1);
        return;
      }
    }
  }
}
