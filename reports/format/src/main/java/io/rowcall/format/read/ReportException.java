package io.rowcall.format.read;

import java.io.IOException;

/**
 * Thrown if a file is not a valid report. The message has its name, position, what was expected and
 * found.
 */
public final class ReportException extends IOException {
  private static final long serialVersionUID = 1;

  public ReportException(String message) {
    super(message);
  }

  public ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
