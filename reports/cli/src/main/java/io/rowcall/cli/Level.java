package io.rowcall.cli;

/** What becomes of a breach. */
enum Level {
  OFF,
  WARN,
  ERROR
}
