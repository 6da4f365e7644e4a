package io.rowcall.core.record;

import org.jspecify.annotations.Nullable;

/** Finds out what people would call an object that is being made. */
public interface NameResolver {
  /**
   * The field that the object is put into, as {@code Catalog.owners}; else the method that makes
   * it; else the class.
   *
   * @param stack of the thread that makes it, the innermost frame first
   * @param applicationFrames which of the frames are the application's own, in the same order
   * @param loader where the application's class files may be read, or null
   */
  String holder(
      StackTraceElement[] stack, boolean[] applicationFrames, @Nullable ClassLoader loader);
}
