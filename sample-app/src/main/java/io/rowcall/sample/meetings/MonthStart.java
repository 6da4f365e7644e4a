package io.rowcall.sample.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Start of the month to which a plan's limit applies, in UTC. */
final class MonthStart {

  private MonthStart() {}

  static Instant of(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .withDayOfMonth(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
