package io.rowcall.sample.catalog;

import java.time.Duration;
import java.util.Map;

/**
 * How long each kind of data may be served from the cache. The four of the events come from the
 * environment, in milliseconds.
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
   * @throws NumberFormatException when a variable is not a whole number
   */
  public static CacheTtls from(Map<String, String> environment) {
    return new CacheTtls(
        millis(environment, "CACHE_TTL_EVENTS", DEFAULT.events),
        millis(environment, "CACHE_TTL_SESSIONS", DEFAULT.sessions),
        millis(environment, "CACHE_TTL_USERS", DEFAULT.users),
        millis(environment, "CACHE_TTL_AVAILABILITY", DEFAULT.availability));
  }

  private static Duration millis(Map<String, String> environment, String name, Duration otherwise) {
    String text = environment.get(name);
    return text == null ? otherwise : Duration.ofMillis(Long.parseLong(text.trim()));
  }
}
