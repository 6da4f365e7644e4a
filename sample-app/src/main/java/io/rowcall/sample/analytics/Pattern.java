package io.rowcall.sample.analytics;

import java.time.Instant;

/**
 * Recurring behavior of a user.
 *
 * @param hundredths confidence in hundredths, so that sums do not depend on their order
 */
record Pattern(
    String type,
    String name,
    int hundredths,
    int occurrences,
    Instant firstSeen,
    Instant lastSeen) {

  static int inHundredths(double confidence) {
    return (int) Math.round(confidence * 100);
  }
}
