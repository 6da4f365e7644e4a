package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/**
 * What the calling thread's mapper is loading because somebody has touched it: the name of a
 * property, for call sites that are taken meanwhile. Called once for each load, not for each touch.
 */
public final class LazyLoad {
  private static final ThreadLocal<@Nullable String> PROPERTY = new ThreadLocal<@Nullable String>();

  private LazyLoad() {}

  /**
   * A load begins.
   *
   * @param property {@code com.acme.Owner.pets}, or an entity's name
   * @return what {@link #ends} wants back; null when nothing is loaded
   */
  public static @Nullable String begins(boolean loaded, @Nullable String property) {
    if (loaded || property == null) {
      return null;
    }
    String before = PROPERTY.get();
    PROPERTY.set(property);
    return before == null ? "" : before;
  }

  /** The load is over, whatever became of it. */
  public static void ends(@Nullable String before) {
    if (before == null) {
      return;
    }
    if (before.isEmpty()) {
      PROPERTY.remove();
    } else {
      PROPERTY.set(before);
    }
  }

  /** What is being loaded; null when nothing is. */
  public static @Nullable String property() {
    return PROPERTY.get();
  }
}
