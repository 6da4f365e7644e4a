package io.rowcall.sample.analytics;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** End of the last week: the end of today, in UTC. */
final class EvolutionEnd {

  private EvolutionEnd() {}

  static Instant of(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }
}
