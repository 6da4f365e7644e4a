package io.rowcall.core.record;

import io.rowcall.core.callsite.Orm;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of the application that led to an execution, with the next few. Two call sites
 * are equal when their first frames are.
 *
 * <p>What a serializer or a template loads after the application's own method has returned has no
 * such frame: it is <em>outside</em> until it is put {@link #in} the method that gave the object
 * away.
 */
public final class CallSite {
  private static final StackTraceElement NOWHERE = new StackTraceElement("", "", null, -1);

  private final StackTraceElement[] frames;
  private final @Nullable Orm mapper;
  private final boolean lazy;
  private final @Nullable String property;
  private final boolean inView;

  CallSite(
      StackTraceElement[] frames, @Nullable Orm mapper, boolean lazy, @Nullable String property) {
    this(frames, mapper, lazy, property, false);
  }

  private CallSite(
      StackTraceElement[] frames,
      @Nullable Orm mapper,
      boolean lazy,
      @Nullable String property,
      boolean inView) {
    this.frames = frames;
    this.mapper = mapper;
    this.lazy = lazy;
    this.property = property;
    this.inView = inView;
  }

  /** Whether no frame of the application led here. Never true of a finding's call site. */
  boolean isOutside() {
    return frames.length == 0;
  }

  /** The same in the outermost method of another call site of its request. */
  CallSite in(CallSite earlier) {
    StackTraceElement method = earlier.frames[earlier.frames.length - 1];
    return new CallSite(new StackTraceElement[] {method}, mapper, lazy, property, true);
  }

  /** The line that asks. */
  public StackTraceElement first() {
    return frames.length == 0 ? NOWHERE : frames[0];
  }

  /** The application's frames that led there, nearest first. */
  public List<StackTraceElement> callers() {
    return Collections.unmodifiableList(Arrays.asList(frames).subList(1, frames.length));
  }

  /** The mapper that stood between the line and the driver, or null. */
  public @Nullable Orm mapper() {
    return mapper;
  }

  /** Whether the line only touched an object, and its mapper loaded what was missing. */
  public boolean isLazyLoading() {
    return lazy;
  }

  /** {@code Owner.pets}: what was touched, when the mapper tells; null otherwise. */
  public @Nullable String property() {
    return property;
  }

  /**
   * Whether a serializer or a template did so, after the method of this line had returned; the line
   * is the one that fetched the object.
   */
  public boolean isInView() {
    return inView;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallSite
        && inView == ((CallSite) other).inView
        && first().equals(((CallSite) other).first());
  }

  @Override
  public int hashCode() {
    return first().hashCode();
  }
}
