package io.rowcall.sample.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Number of patterns per week up to a moment. Both algorithms give the same weeks. */
@FunctionalInterface
interface Evolution {

  Duration WEEK = Duration.ofDays(7);

  List<Week> weeks(List<Pattern> patterns, int weeks, Instant end);

  /** Checks every pattern for every week: O(patterns · weeks). */
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
   * Builds a difference array: adds each pattern to its first week, removes it after its last, and
   * sums once along the weeks: O(patterns + weeks).
   */
  static List<Week> byDifferences(List<Pattern> patterns, int weeks, Instant end) {
    long begin = start(end, weeks, 0).toEpochMilli();
    var deltas = new WeeklyDeltas(weeks);
    for (Pattern pattern : patterns) {
      long firstWeek = Math.floorDiv(pattern.firstSeen().toEpochMilli() - begin, WEEK.toMillis());
      long lastWeek = Math.floorDiv(pattern.lastSeen().toEpochMilli() - begin, WEEK.toMillis());
      if (firstWeek >= weeks || lastWeek < 0) {
        continue;
      }
      int from = (int) Math.max(0, firstWeek);
      int to = (int) Math.min(weeks - 1L, lastWeek);
      deltas.add(from, 1, firstWeek >= 0 ? 1 : 0, pattern.hundredths());
      deltas.add(to + 1, -1, 0, -pattern.hundredths());
    }
    return deltas.until(end);
  }

  /** Returns the start of a week, counted from 0. */
  static Instant start(Instant end, int weeks, int week) {
    return end.minus(WEEK.multipliedBy((long) weeks - week));
  }
}
