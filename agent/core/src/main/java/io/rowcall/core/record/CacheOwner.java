package io.rowcall.core.record;

/**
 * Tells caches that a library creates for itself, such as Spring MVC's of its static resources,
 * from the application's, by the code that creates them. A cache manager creates caches for the
 * application.
 */
final class CacheOwner {
  private static final String AGENT = "io.rowcall.";
  private static final String MANAGER = "Manager";
  private static final String CACHE_PACKAGE = ".cache";

  private final CallSites callSites;

  CacheOwner(CallSites callSites) {
    this.callSites = callSites;
  }

  /** Whether the calling thread creates this cache for a library. Costs a stack trace. */
  boolean isLibrary(Class<?> cache) {
    return isLibrary(new Throwable().getStackTrace(), cache.getName());
  }

  boolean isLibrary(StackTraceElement[] stack, String cache) {
    String cachePackage = cache.substring(0, cache.lastIndexOf('.') + 1);
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (name.startsWith(AGENT)) {
        continue;
      }
      if (name.startsWith(cachePackage)) {
        if (name.contains(MANAGER)) {
          return false;
        }
      } else if (!name.startsWith("java.")) {
        return !callSites.isApplication(name) && !isManager(name);
      }
    }
    return false;
  }

  private static boolean isManager(String name) {
    return name.contains(MANAGER) || name.contains(CACHE_PACKAGE);
  }
}
