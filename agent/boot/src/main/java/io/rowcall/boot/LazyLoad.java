package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/**
 * Hook of lazy loading: the property that the ORM is loading on the calling thread because it was
 * accessed. Call sites that are captured meanwhile name it. Called once per load, not per access.
 */
public final class LazyLoad {
  private static final ThreadLocal<@Nullable String> PROPERTY = new ThreadLocal<@Nullable String>();

  private LazyLoad() {}

  /**
   * Before a load.
   *
   * @param loaded whether there is nothing to load
   * @param property {@code com.acme.Owner.pets}, or an entity's name
   * @return the value to pass to {@link #end}; null when nothing is loaded
   */
  public static @Nullable String begin(boolean loaded, @Nullable String property) {
    if (loaded || property == null) {
      return null;
    }
    String outer = PROPERTY.get();
    PROPERTY.set(property);
    return outer == null ? "" : outer;
  }

  /** After a load, successful or not. */
  public static void end(@Nullable String outer) {
    if (outer == null) {
      return;
    }
    if (outer.isEmpty()) {
      PROPERTY.remove();
    } else {
      PROPERTY.set(outer);
    }
  }

  /** The property that is being loaded; null for none. */
  public static @Nullable String property() {
    return PROPERTY.get();
  }
}
