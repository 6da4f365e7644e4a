package io.rowcall.sample.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When the month began that a plan's limit counts for, in UTC. */
final class MonthStart {

  private MonthStart() {}

  static Instant of(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .withDayOfMonth(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
