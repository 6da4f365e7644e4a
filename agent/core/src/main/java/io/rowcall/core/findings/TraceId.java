package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import org.jspecify.annotations.Nullable;

/** Reads the trace id of a request, which comes from outside: 32 hexadecimal digits or nothing. */
public final class TraceId {
  private static final int LENGTH = 32;

  /** {@code 00-<trace id>-<parent id>-<flags>}. */
  private static final int START_IN_HEADER = 3;

  private TraceId() {}

  /** The trace id of a request; null if none is known. */
  public static @Nullable String of(Request request) {
    String trace = request.trace;
    if (trace == null) {
      return null;
    }
    if (trace.length() == LENGTH) {
      return isValid(trace) ? trace : null;
    }
    boolean isHeader =
        trace.length() >= START_IN_HEADER + LENGTH + 1
            && trace.charAt(START_IN_HEADER - 1) == '-'
            && trace.charAt(START_IN_HEADER + LENGTH) == '-';
    if (!isHeader) {
      return null;
    }
    String id = trace.substring(START_IN_HEADER, START_IN_HEADER + LENGTH);
    return isValid(id) ? id : null;
  }

  private static boolean isValid(String id) {
    boolean zero = true;
    for (int i = 0; i < LENGTH; i++) {
      char c = id.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
      zero &= c == '0';
    }
    return !zero;
  }
}
