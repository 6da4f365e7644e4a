package io.rowcall.merge;

import io.rowcall.format.Pool;
import io.rowcall.format.read.ReportException;
import java.util.Comparator;

/**
 * Merges one pool of all reports. Each figure is the maximum of all instances, because a sum would
 * hide that one of them ran out of connections. Wait times are merged.
 */
final class PoolMerger {
  static final Comparator<Pool> ORDER =
      Comparator.comparing((Pool p) -> p.name).thenComparing(p -> p.kind);
  private static final int BYTES = 600;

  private final Pool sum = new Pool();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger waits = new LatencyMerger();

  PoolMerger(Pool first, MemoryBudget memory) throws ReportException {
    sum.name = first.name;
    sum.kind = first.kind;
    memory.reserve(BYTES + MemoryBudget.sizeOf(first.name) + MemoryBudget.sizeOf(first.kind));
  }

  synchronized void add(Pool pool, EncodedHistogram decoder, MemoryBudget memory)
      throws ReportException {
    unknown.add(pool, memory);
    waits.add(pool.waitMillis, decoder, memory);
    sum.active = Math.max(sum.active, pool.active);
    sum.peakActive = Math.max(sum.peakActive, pool.peakActive);
    sum.idle = Math.max(sum.idle, pool.idle);
    sum.waiting = Math.max(sum.waiting, pool.waiting);
    sum.max = Math.max(sum.max, pool.max);
  }

  Pool merged() {
    sum.waitMillis = waits.merged();
    unknown.copyTo(sum);
    return sum;
  }
}
