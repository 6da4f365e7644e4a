package io.rowcall.core.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of the application that led to an execution, with the next few. Two call sites
 * are equal when their first frames are.
 */
public final class CallSite {
  private final StackTraceElement[] frames;
  private final @Nullable Mapper mapper;
  private final boolean lazy;

  CallSite(StackTraceElement[] frames, @Nullable Mapper mapper, boolean lazy) {
    this.frames = frames;
    this.mapper = mapper;
    this.lazy = lazy;
  }

  /** The line that asks. */
  public StackTraceElement first() {
    return frames[0];
  }

  /** The application's frames that led there, nearest first. */
  public List<StackTraceElement> callers() {
    return Collections.unmodifiableList(Arrays.asList(frames).subList(1, frames.length));
  }

  /** The mapper that stood between the line and the driver, or null. */
  public @Nullable Mapper mapper() {
    return mapper;
  }

  /** Whether the line only touched an object, and its mapper loaded what was missing. */
  public boolean isLazyLoading() {
    return lazy;
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
