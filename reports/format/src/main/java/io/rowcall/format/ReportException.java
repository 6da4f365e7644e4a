package io.rowcall.format;

import java.io.IOException;

/**
 * A file is no report that can be read. The message says which, where, what was expected and found.
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
