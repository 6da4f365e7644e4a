package io.rowcall.cli;

/** What was given cannot be used. The message says what, where, what was expected and found. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }
}
