package io.rowcall.cli.join;

import io.rowcall.format.PoolFigures;
import io.rowcall.format.ReportException;
import java.util.Comparator;

/**
 * One pool of all reports. Each figure is the largest of any instance: a sum would hide that one of
 * them had no connection left. Waits are those of all.
 */
final class PoolSum {
  static final Comparator<PoolFigures> ORDER =
      Comparator.comparing((PoolFigures p) -> p.name).thenComparing(p -> p.kind);
  private static final int BYTES = 600;

  private final PoolFigures sum = new PoolFigures();
  private final Unknown unknown = new Unknown();
  private final LatencySum waits = new LatencySum();

  PoolSum(PoolFigures first, Weight weight) throws ReportException {
    sum.name = first.name;
    sum.kind = first.kind;
    weight.add(BYTES + Weight.of(first.name) + Weight.of(first.kind));
  }

  synchronized void add(PoolFigures one, EncodedHistogram decoder, Weight weight)
      throws ReportException {
    unknown.add(one, weight);
    waits.add(one.waitMillis, decoder, weight);
    sum.active = Math.max(sum.active, one.active);
    sum.peakActive = Math.max(sum.peakActive, one.peakActive);
    sum.idle = Math.max(sum.idle, one.idle);
    sum.waiting = Math.max(sum.waiting, one.waiting);
    sum.max = Math.max(sum.max, one.max);
  }

  PoolFigures pool() {
    sum.waitMillis = waits.latency();
    unknown.giveTo(sum);
    return sum;
  }
}
