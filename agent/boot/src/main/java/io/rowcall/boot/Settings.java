package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/** The few settings that the hot path reads. Set once, before anything is woven. */
public final class Settings {
  /** An execution longer than this is slow, in nanoseconds. */
  public static long slowQueryNanos = 200_000_000L;

  /** Whether responses carry {@code X-Query-Count} and its kin. */
  public static boolean headers = true;

  /** Whether requests are told by their users, and where else these stand; null: nowhere. */
  public static boolean user = true;

  public static @Nullable String userHeader;
  public static @Nullable String userAttribute;

  /** Package prefixes of servers, which submit their next requests to pools of their own. */
  public static String[] serverPackages = {};

  private Settings() {}
}
