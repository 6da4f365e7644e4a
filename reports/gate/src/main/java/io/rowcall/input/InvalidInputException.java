package io.rowcall.input;

/**
 * Thrown if input from the user cannot be used. The message names the input, what was expected and
 * what was found, and is meant to be shown without a stack trace.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvalidInputException(String message) {
    super(message);
  }
}
