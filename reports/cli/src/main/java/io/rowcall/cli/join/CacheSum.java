package io.rowcall.cli.join;

import io.rowcall.format.CacheFigures;
import io.rowcall.format.ReportException;
import java.util.Comparator;

/**
 * One cache of all reports: those of one name and kind are taken for one, with all their entries.
 */
final class CacheSum {
  static final Comparator<CacheFigures> ORDER =
      Comparator.comparingLong((CacheFigures c) -> Sums.of(c.hits, c.misses))
          .reversed()
          .thenComparing(c -> c.name)
          .thenComparing(c -> c.kind);
  private static final int BYTES = 300;

  private final CacheFigures sum = new CacheFigures();
  private final Unknown unknown = new Unknown();

  CacheSum(CacheFigures first, Weight weight) throws ReportException {
    sum.name = first.name;
    sum.kind = first.kind;
    weight.add(BYTES + Weight.of(first.name) + Weight.of(first.kind));
  }

  synchronized void add(CacheFigures one, Weight weight) throws ReportException {
    unknown.add(one, weight);
    sum.hits = Sums.of(sum.hits, one.hits);
    sum.misses = Sums.of(sum.misses, one.misses);
    sum.loads = Sums.of(sum.loads, one.loads);
    sum.loadMillis = Sums.ofMillis(sum.loadMillis, one.loadMillis);
    sum.evictions = Sums.of(sum.evictions, one.evictions);
    sum.size = Sums.of(sum.size, one.size);
  }

  CacheFigures cache() {
    long lookups = Sums.of(sum.hits, sum.misses);
    sum.hitRatio = lookups == 0 ? 0 : (double) sum.hits / lookups;
    unknown.giveTo(sum);
    return sum;
  }
}
