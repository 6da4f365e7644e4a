package io.rowcall.core.callsite;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Line of the application that led to an execution, with its next few callers. Two call sites are
 * equal when their first frames are.
 *
 * <p>A serializer or a template that loads something after the application's method has returned
 * leaves no such frame. The call site is <em>outside</em> the application until {@link #in} assigns
 * it to the method that returned the object.
 */
public final class CallSite {
  private static final StackTraceElement NOWHERE = new StackTraceElement("", "", null, -1);

  private final StackTraceElement[] frames;
  private final @Nullable Orm mapper;
  private final boolean lazy;
  private final @Nullable String property;
  private final boolean inView;

  /**
   * @param frames of the application, nearest first
   * @param mapper between the application and the driver, if any
   * @param lazy whether the mapper loaded something because it was touched
   * @param property what was touched, {@code Owner.pets}, if known
   */
  public CallSite(
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
  public boolean isOutside() {
    return frames.length == 0;
  }

  /** This call site, assigned to the outermost method of an earlier one of its request. */
  public CallSite in(CallSite earlier) {
    StackTraceElement method = earlier.frames[earlier.frames.length - 1];
    return new CallSite(new StackTraceElement[] {method}, mapper, lazy, property, true);
  }

  /** The line that executed the statement. */
  public StackTraceElement first() {
    return frames.length == 0 ? NOWHERE : frames[0];
  }

  /** The callers of that line within the application, nearest first. */
  public List<StackTraceElement> callers() {
    return Collections.unmodifiableList(Arrays.asList(frames).subList(1, frames.length));
  }

  /** The mapper between the line and the driver, or null. */
  public @Nullable Orm mapper() {
    return mapper;
  }

  /** Whether the line only touched an object and its mapper loaded what was missing. */
  public boolean isLazyLoading() {
    return lazy;
  }

  /** The property that was touched, {@code Owner.pets}; null when the mapper does not tell. */
  public @Nullable String property() {
    return property;
  }

  /**
   * Whether a serializer or a template touched it after the method had returned (open-in-view). The
   * line is then the one that fetched the object.
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
