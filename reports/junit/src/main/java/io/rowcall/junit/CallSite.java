package io.rowcall.junit;

import java.util.List;

/**
 * Call site of a statement.
 *
 * @param frames of the application, nearest first; at least one
 * @param executions number of executions from here
 */
public record CallSite(List<StackTraceElement> frames, long executions) {
  public CallSite {
    frames = List.copyOf(frames);
  }

  /** {@code io.acme.Shop.items(Shop.java:51)}, which IDEs turn into a link. */
  public String place() {
    return place(frames.get(0));
  }

  static String place(StackTraceElement frame) {
    String file =
        frame.getFileName() == null
            ? "Unknown Source"
            : frame.getFileName() + (frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber());
    return frame.getClassName() + "." + frame.getMethodName() + "(" + file + ")";
  }
}
