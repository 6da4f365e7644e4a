package io.rowcall.core.record;

import org.jspecify.annotations.Nullable;

/** Names an object that is being created after the code that creates it. */
public interface NameResolver {
  /**
   * The field to which the object is assigned, as {@code Catalog.owners}; else the method that
   * creates it; else the class.
   *
   * @param stack of the creating thread, the innermost frame first
   * @param applicationFrames which of the frames are the application's own, in the same order
   * @param loader finds the application's class files; null for the system's
   */
  String holder(
      StackTraceElement[] stack, boolean[] applicationFrames, @Nullable ClassLoader loader);
}
