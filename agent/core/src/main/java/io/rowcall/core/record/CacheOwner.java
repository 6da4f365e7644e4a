package io.rowcall.core.record;

/**
 * Tells a cache that a library made for itself, such as Spring MVC's of its static resources, from
 * the application's, by who made it: whether the application did, or a manager of caches, which
 * makes them for the application.
 */
final class CacheOwner {
  private static final String AGENT = "io.rowcall.";
  private static final String MANAGER = "Manager";
  private static final String CACHE = ".cache";

  private final CallSites callSites;

  CacheOwner(CallSites callSites) {
    this.callSites = callSites;
  }

  /** Whether the calling thread makes this cache for a library. Costs a look at its stack. */
  boolean isLibrary(Class<?> cache) {
    return isLibrary(new Throwable().getStackTrace(), cache.getName());
  }

  boolean isLibrary(StackTraceElement[] stack, String cache) {
    String own = cache.substring(0, cache.lastIndexOf('.') + 1);
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (name.startsWith(AGENT)) {
        continue;
      }
      if (name.startsWith(own)) {
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
    return name.contains(MANAGER) || name.contains(CACHE);
  }
}
