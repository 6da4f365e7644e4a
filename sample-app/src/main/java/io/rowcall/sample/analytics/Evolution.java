package io.rowcall.sample.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How patterns come and go, week by week up to a moment. Both ways give the same weeks. */
@FunctionalInterface
interface Evolution {

  Duration WEEK = Duration.ofDays(7);

  List<Week> weeks(List<Pattern> patterns, int weeks, Instant end);

  /** Looks at every pattern for every week: O(patterns · weeks). */
  static List<Week> byFiltering(List<Pattern> patterns, int weeks, Instant end) {
    List<Week> result = new ArrayList<>();
    for (int w = 0; w < weeks; w++) {
      Instant from = start(end, weeks, w);
      Instant to = from.plus(WEEK);
      List<Pattern> active =
          patterns.stream()
              .filter(each -> each.firstSeen().isBefore(to) && !each.lastSeen().isBefore(from))
              .toList();
      int appeared = (int) active.stream().filter(each -> !each.firstSeen().isBefore(from)).count();
      long hundredths = active.stream().mapToLong(Pattern::hundredths).sum();
      result.add(Week.of(from, active.size(), appeared, hundredths));
    }
    return result;
  }

  /**
   * Notes for each pattern in which week it starts and after which it stops to count, then adds up
   * once along the weeks: O(patterns + weeks).
   */
  static List<Week> byDifferences(List<Pattern> patterns, int weeks, Instant end) {
    long begin = start(end, weeks, 0).toEpochMilli();
    int[] active = new int[weeks + 1];
    long[] hundredths = new long[weeks + 1];
    int[] appeared = new int[weeks];
    for (Pattern pattern : patterns) {
      long firstWeek = Math.floorDiv(pattern.firstSeen().toEpochMilli() - begin, WEEK.toMillis());
      long lastWeek = Math.floorDiv(pattern.lastSeen().toEpochMilli() - begin, WEEK.toMillis());
      if (firstWeek >= weeks || lastWeek < 0) {
        continue;
      }
      int from = (int) Math.max(0, firstWeek);
      int to = (int) Math.min(weeks - 1L, lastWeek);
      active[from]++;
      active[to + 1]--;
      hundredths[from] += pattern.hundredths();
      hundredths[to + 1] -= pattern.hundredths();
      if (firstWeek >= 0) {
        appeared[from]++;
      }
    }
    List<Week> result = new ArrayList<>(weeks);
    int running = 0;
    long sum = 0;
    for (int w = 0; w < weeks; w++) {
      running += active[w];
      sum += hundredths[w];
      result.add(Week.of(start(end, weeks, w), running, appeared[w], sum));
    }
    return result;
  }

  private static Instant start(Instant end, int weeks, int week) {
    return end.minus(WEEK.multipliedBy((long) weeks - week));
  }
}
