package io.rowcall.cli;

/** What was given cannot be used. The message says what, where, what was expected and found. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadInput(String message) {
    super(message);
  }
}
