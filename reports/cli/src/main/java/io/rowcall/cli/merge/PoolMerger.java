package io.rowcall.cli.merge;

import io.rowcall.format.Pool;
import io.rowcall.format.ReportException;
import java.util.Comparator;

/**
 * One pool of all reports. Each figure is the largest of any instance: a sum would hide that one of
 * them had no connection left. Waits are those of all.
 */
final class PoolMerger {
  static final Comparator<Pool> ORDER =
      Comparator.comparing((Pool p) -> p.name).thenComparing(p -> p.kind);
  private static final int BYTES = 600;

  private final Pool sum = new Pool();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger waits = new LatencyMerger();

  PoolMerger(Pool first, MemoryBudget weight) throws ReportException {
    sum.name = first.name;
    sum.kind = first.kind;
    weight.add(BYTES + MemoryBudget.of(first.name) + MemoryBudget.of(first.kind));
  }

  synchronized void add(Pool one, EncodedHistogram decoder, MemoryBudget weight)
      throws ReportException {
    unknown.add(one, weight);
    waits.add(one.waitMillis, decoder, weight);
    sum.active = Math.max(sum.active, one.active);
    sum.peakActive = Math.max(sum.peakActive, one.peakActive);
    sum.idle = Math.max(sum.idle, one.idle);
    sum.waiting = Math.max(sum.waiting, one.waiting);
    sum.max = Math.max(sum.max, one.max);
  }

  Pool pool() {
    sum.waitMillis = waits.latency();
    unknown.giveTo(sum);
    return sum;
  }
}
