package io.rowcall.sample.analytics;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The moment up to which weeks are counted: the end of today, in UTC. */
final class EvolutionEnd {

  private EvolutionEnd() {}

  static Instant of(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }
}
