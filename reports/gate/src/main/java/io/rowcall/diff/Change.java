package io.rowcall.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Change of an item between two runs. Ordered by urgency, the most urgent first. */
enum Change {
  @JsonProperty("worse")
  WORSE,
  @JsonProperty("new")
  NEW,
  @JsonProperty("better")
  BETTER,
  @JsonProperty("gone")
  GONE,
  @JsonProperty("same")
  SAME;

  /** {@link #WORSE} if any count grew; {@link #BETTER} if none did and at least one shrank. */
  static Change of(long[] baseCounts, long[] newCounts) {
    boolean anyLower = false;
    for (int i = 0; i < baseCounts.length; i++) {
      if (newCounts[i] > baseCounts[i]) {
        return WORSE;
      }
      anyLower |= newCounts[i] < baseCounts[i];
    }
    return anyLower ? BETTER : SAME;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
