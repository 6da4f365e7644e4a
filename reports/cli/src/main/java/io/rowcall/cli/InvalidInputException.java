package io.rowcall.cli;

/** What was given cannot be used. The message says what, where, what was expected and found. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvalidInputException(String message) {
    super(message);
  }
}
