package io.rowcall.cli.gate;

import java.util.Locale;

/** What becomes of a breach. */
public enum Level {
  OFF,
  WARN,
  ERROR;

  /** As budgets write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
