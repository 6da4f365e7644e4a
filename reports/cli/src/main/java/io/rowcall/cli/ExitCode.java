package io.rowcall.cli;

/** Exit codes of the program. */
final class ExitCode {
  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int INVALID_INPUT = 2;
  static final int INTERNAL_ERROR = 3;

  private ExitCode() {}
}
