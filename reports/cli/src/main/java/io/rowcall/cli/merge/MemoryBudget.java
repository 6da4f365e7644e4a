package io.rowcall.cli.merge;

import io.rowcall.format.ReportException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An estimate of the memory that different endpoints, statements and findings take. It is bounded,
 * so that reports which have nothing in common are refused before the heap is full. Any thread.
 */
final class MemoryBudget {
  private static final double SHARE_OF_HEAP = 0.5;
  private static final long MEGABYTE = 1024 * 1024;

  private final long most;
  private final AtomicLong bytes = new AtomicLong();

  MemoryBudget(long heapBytes) {
    most = (long) (heapBytes * SHARE_OF_HEAP);
  }

  void add(long more) throws ReportException {
    if (bytes.addAndGet(more) > most) {
      throw new ReportException(
          "what differs between reports to take at most "
              + most / MEGABYTE
              + " MB of memory, found more. Join fewer services at once, or give Java more: -Xmx2g");
    }
  }

  static long of(String text) {
    return 56 + text.length();
  }
}
