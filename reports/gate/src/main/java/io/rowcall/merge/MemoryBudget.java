package io.rowcall.merge;

import io.rowcall.format.read.ReportException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the estimated memory of a merge, so that reports with nothing in common are rejected
 * before the heap is full. Thread-safe.
 */
final class MemoryBudget {
  private static final double HEAP_FRACTION = 0.5;
  private static final long MEGABYTE = 1024 * 1024;

  private final long maxBytes;
  private final AtomicLong reserved = new AtomicLong();

  MemoryBudget(long heapBytes) {
    maxBytes = (long) (heapBytes * HEAP_FRACTION);
  }

  /**
   * Reserves memory, or releases it if negative.
   *
   * @throws ReportException if the budget is exceeded
   */
  void reserve(long bytes) throws ReportException {
    if (reserved.addAndGet(bytes) > maxBytes) {
      throw new ReportException(
          "endpoints, statements and findings that fit into "
              + maxBytes / MEGABYTE
              + " MB of memory, found more. Merge fewer services at once, or use a larger heap:"
              + " -Xmx2g");
    }
  }

  /** Estimated bytes of a string. */
  static long sizeOf(String text) {
    return 56L + text.length();
  }
}
