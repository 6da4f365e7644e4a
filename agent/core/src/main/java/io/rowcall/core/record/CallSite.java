package io.rowcall.core.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The first frame of the application that led to an execution, with the next few. Two call sites
 * are equal when their first frames are.
 */
public final class CallSite {
  private final StackTraceElement[] frames;
  private final boolean orm;

  CallSite(StackTraceElement[] frames, boolean orm) {
    this.frames = frames;
    this.orm = orm;
  }

  /** The line that asks. */
  public StackTraceElement first() {
    return frames[0];
  }

  /** The application's frames that led there, nearest first. */
  public List<StackTraceElement> callers() {
    return Collections.unmodifiableList(Arrays.asList(frames).subList(1, frames.length));
  }

  /** Whether an object-relational mapper stood between the line and the driver. */
  public boolean throughOrm() {
    return orm;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallSite && first().equals(((CallSite) other).first());
  }

  @Override
  public int hashCode() {
    return first().hashCode();
  }
}
