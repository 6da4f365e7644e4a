package io.rowcall.cli.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of something, the most urgent first. */
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

  /** Worse when any count has grown, better when none has and one has shrunk. */
  static Change of(long[] base, long[] now) {
    boolean less = false;
    for (int i = 0; i < base.length; i++) {
      if (now[i] > base[i]) {
        return WORSE;
      }
      less |= now[i] < base[i];
    }
    return less ? BETTER : SAME;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
