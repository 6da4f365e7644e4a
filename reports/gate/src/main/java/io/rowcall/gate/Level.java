package io.rowcall.gate;

import java.util.Locale;

/** Severity of a violation. Ordered: {@link #OFF} is the least, {@link #ERROR} the greatest. */
public enum Level {
  /** Not reported. */
  OFF,
  /** Reported; does not fail the run. */
  WARN,
  /** Fails the run. */
  ERROR;

  /** The name in budgets: {@code off}, {@code warn} or {@code error}. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
