package io.rowcall.cli.gate;

/** The most that a figure may be, and what becomes of more. */
record Limit(double max, Level level) {}
