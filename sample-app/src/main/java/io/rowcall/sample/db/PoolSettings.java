package io.rowcall.sample.db;

import java.time.Duration;
import java.util.Map;

/**
 * Size and timeouts of the connection pool.
 *
 * <p>{@code DATABASE_POOL_SIZE} and {@code DATABASE_POOL_IDLE} are connections, {@code
 * DATABASE_POOL_TIMEOUT} is seconds. The documents' events profile waits 10 s instead of 30.
 */
public record PoolSettings(
    int maxConnections,
    int minIdle,
    Duration acquireTimeout,
    Duration idleTimeout,
    Duration maxLifetime) {

  public static final PoolSettings DEFAULT =
      new PoolSettings(
          20, 5, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(30));

  /**
   * Reads the environment.
   *
   * @throws NumberFormatException if a variable is not a whole number
   */
  public static PoolSettings from(Map<String, String> environment) {
    return new PoolSettings(
        number(environment, "DATABASE_POOL_SIZE", DEFAULT.maxConnections),
        number(environment, "DATABASE_POOL_IDLE", DEFAULT.minIdle),
        Duration.ofSeconds(
            number(environment, "DATABASE_POOL_TIMEOUT", (int) DEFAULT.acquireTimeout.toSeconds())),
        DEFAULT.idleTimeout,
        DEFAULT.maxLifetime);
  }

  public PoolSettings withMaxConnections(int connections) {
    return new PoolSettings(
        connections, Math.min(minIdle, connections), acquireTimeout, idleTimeout, maxLifetime);
  }

  public PoolSettings withAcquireTimeout(Duration timeout) {
    return new PoolSettings(maxConnections, minIdle, timeout, idleTimeout, maxLifetime);
  }

  private static int number(Map<String, String> environment, String name, int defaultValue) {
    String text = environment.get(name);
    return text == null ? defaultValue : Integer.parseInt(text.trim());
  }
}
