package io.rowcall.sample.analytics;

import java.time.Instant;

/**
 * Patterns of one week.
 *
 * @param active seen within it, or both before and after it
 * @param appeared first seen within it
 * @param averageConfidence of the active ones; 0 if there are none
 */
record Week(Instant start, int active, int appeared, double averageConfidence) {

  static Week of(Instant start, int active, int appeared, long hundredths) {
    return new Week(
        start,
        active,
        appeared,
        active == 0 ? 0 : Math.round(hundredths * 100.0 / active) / 10_000.0);
  }
}
