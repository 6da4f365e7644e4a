package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/** Settings that the hot path reads. Set once, before anything is woven. */
public final class Settings {
  /** Nanoseconds above which an execution is slow. */
  public static long slowQueryNanos = 200_000_000L;

  /** Nanoseconds above which a request is slow. */
  public static long slowRequestNanos = 1_000_000_000L;

  /** Whether responses carry {@code X-Query-Count} and the like. */
  public static boolean headers = true;

  /** Whether the user of a request is recorded. */
  public static boolean user = true;

  /** Request header that names the user; null for none. */
  public static @Nullable String userHeader;

  /** Request attribute that names the user; null for none. */
  public static @Nullable String userAttribute;

  /** Prefixes of servers' class names: what a server submits to its pool is its next request. */
  public static String[] serverPackages = {};

  /** Prefixes of the class names of threads that are workers of a server or an event loop. */
  public static String[] workerPackages = {};

  private Settings() {}

  /** Whether the class of a task is a server's own. */
  static boolean isOfServer(Object task) {
    return startsWithAny(task.getClass().getName(), serverPackages);
  }

  /** Whether the class of a thread is a server's own, or an event loop's. */
  static boolean isWorker(Thread thread) {
    return startsWithAny(thread.getClass().getName(), workerPackages);
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
