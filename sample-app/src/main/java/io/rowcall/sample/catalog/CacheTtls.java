package io.rowcall.sample.catalog;

import java.time.Duration;
import java.util.Map;

/**
 * Lifetime of each kind of cached data. The four for events come from the environment, in
 * milliseconds.
 */
public record CacheTtls(Duration events, Duration sessions, Duration users, Duration availability) {

  public static final Duration SHORT = Duration.ofMinutes(1);
  public static final Duration MEDIUM = Duration.ofMinutes(5);
  public static final Duration LONG = Duration.ofMinutes(15);
  public static final Duration HOUR = Duration.ofMinutes(60);

  public static final CacheTtls DEFAULT =
      new CacheTtls(
          Duration.ofMillis(120_000),
          Duration.ofMillis(300_000),
          Duration.ofMillis(600_000),
          Duration.ofMillis(30_000));

  /**
   * Reads the environment.
   *
   * @throws NumberFormatException if a variable is not a whole number
   */
  public static CacheTtls from(Map<String, String> environment) {
    return new CacheTtls(
        millis(environment, "CACHE_TTL_EVENTS", DEFAULT.events),
        millis(environment, "CACHE_TTL_SESSIONS", DEFAULT.sessions),
        millis(environment, "CACHE_TTL_USERS", DEFAULT.users),
        millis(environment, "CACHE_TTL_AVAILABILITY", DEFAULT.availability));
  }

  private static Duration millis(
      Map<String, String> environment, String name, Duration defaultValue) {
    String text = environment.get(name);
    return text == null ? defaultValue : Duration.ofMillis(Long.parseLong(text.trim()));
  }
}
