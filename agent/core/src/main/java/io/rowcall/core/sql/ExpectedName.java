package io.rowcall.core.sql;

import io.rowcall.core.sql.TableExtractor.Expected;

/** Role of the next name. TOP suspends it: in {@code UPDATE TOP (5) t}, the name comes later. */
final class ExpectedName {
  private Expected role = Expected.NOTHING;

  /** The role to restore after TOP, and the depth of TOP. */
  private Expected suspended = Expected.NOTHING;

  private int suspendedDepth;

  Expected role() {
    return role;
  }

  boolean is(Expected other) {
    return role == other;
  }

  void set(Expected next) {
    role = next;
  }

  void clear() {
    role = Expected.NOTHING;
  }

  void suspend(int depth) {
    suspended = role;
    suspendedDepth = depth;
    role = Expected.NOTHING;
  }

  boolean isSuspended() {
    return suspended != Expected.NOTHING;
  }

  /** Restores the role after {@code TOP 5} and {@code TOP (5)}; clears it otherwise. */
  void resume(int depth) {
    role = Expected.NOTHING;
    if (depth == suspendedDepth) {
      role = suspended;
      suspended = Expected.NOTHING;
    }
  }
}
