package io.rowcall.junit;

import java.util.List;

/**
 * Where queries come from.
 *
 * @param frames the application's, nearest first; at least one
 * @param executions how many came from its first frame
 */
public record CallSite(List<StackTraceElement> frames, long executions) {
  public CallSite {
    frames = List.copyOf(frames);
  }

  /** {@code io.acme.Shop.items(Shop.java:51)}, which development environments turn into a link. */
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
