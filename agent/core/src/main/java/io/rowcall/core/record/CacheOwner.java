package io.rowcall.core.record;

import org.jspecify.annotations.Nullable;

/**
 * Distinguishes caches that a library creates for itself, such as Spring MVC's cache of static
 * resources, from the application's, by the code that creates them. A cache manager creates caches
 * for the application.
 */
final class CacheOwner {
  private static final String AGENT = "io.rowcall.";
  private static final String MANAGER = "Manager";
  private static final String CACHE_PACKAGE = ".cache";

  private final CallSites callSites;

  CacheOwner(CallSites callSites) {
    this.callSites = callSites;
  }

  /**
   * The class whose code creates a cache on the calling thread; null when there is none outside of
   * the cache's package. Costs a stack trace.
   */
  static @Nullable String creator(Class<?> cache) {
    return creator(new Throwable().getStackTrace(), cache.getName());
  }

  static @Nullable String creator(StackTraceElement[] stack, String cache) {
    String cachePackage = cache.substring(0, cache.lastIndexOf('.') + 1);
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (name.startsWith(AGENT) || name.startsWith("java.")) {
        continue;
      }
      if (!name.startsWith(cachePackage) || name.contains(MANAGER)) {
        return name;
      }
    }
    return null;
  }

  /** Whether a class creates caches for a library. */
  boolean isLibrary(@Nullable String creator) {
    return creator != null && !callSites.isApplication(creator) && !isManager(creator);
  }

  private static boolean isManager(String name) {
    return name.contains(MANAGER) || name.contains(CACHE_PACKAGE);
  }
}
