package io.rowcall.sample.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Difference array of an evolution: patterns that start and stop to count in each week. Its running
 * sum is the content of each week.
 */
final class WeeklyDeltas {

  private final int[] active;
  private final int[] appeared;
  private final long[] hundredths;

  WeeklyDeltas(int weeks) {
    active = new int[weeks];
    appeared = new int[weeks];
    hundredths = new long[weeks];
  }

  int weeks() {
    return active.length;
  }

  /**
   * Adds the changes from one week to the next.
   *
   * @param week from 0; a pattern that counts to the end stops in {@link #weeks}, which is ignored
   * @param active patterns that start, less those that stop
   * @param appeared patterns first seen in this week
   * @param hundredths confidence of those that start, less that of those that stop
   */
  void add(int week, int active, int appeared, long hundredths) {
    if (week == weeks()) {
      return;
    }
    this.active[week] += active;
    this.appeared[week] += appeared;
    this.hundredths[week] += hundredths;
  }

  /** Returns the weeks up to a moment. */
  List<Week> until(Instant end) {
    List<Week> result = new ArrayList<>(weeks());
    int running = 0;
    long sum = 0;
    for (int w = 0; w < weeks(); w++) {
      running += active[w];
      sum += hundredths[w];
      result.add(Week.of(Evolution.start(end, weeks(), w), running, appeared[w], sum));
    }
    return result;
  }
}
