package io.rowcall.core.library;

/**
 * Reads the idle connections and the maximum size of a pool from its own fields; see {@link
 * FieldPath}. Runs on the agent's thread. A value that cannot be read is 0.
 */
public final class PoolGauge {
  private final String type;
  private final String idle;
  private final String total;
  private final String max;

  private PoolGauge(String type, String idle, String total, String max) {
    this.type = type;
    this.idle = idle;
    this.total = total;
    this.max = max;
  }

  /**
   * A pool of which only the maximum size can be read.
   *
   * @param type the class that has the fields, or a superclass of it
   */
  public static PoolGauge max(String type, String max) {
    return new PoolGauge(type, "", "", max);
  }

  /** A pool that knows its idle connections. */
  public static PoolGauge idle(String type, String idle, String max) {
    return new PoolGauge(type, idle, "", max);
  }

  /** A pool that knows all of its connections, idle and active ones together. */
  public static PoolGauge total(String type, String total, String max) {
    return new PoolGauge(type, "", total, max);
  }

  boolean isFor(Class<?> poolClass) {
    for (Class<?> above = poolClass; above != null; above = above.getSuperclass()) {
      if (above.getName().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Idle connections.
   *
   * @param active connections in use, as the agent has counted them
   */
  public long idle(Object pool, long active) {
    return total.isEmpty() ? read(pool, idle) : Math.max(0, read(pool, total) - active);
  }

  /** The most connections that the pool may open. */
  public long max(Object pool) {
    return read(pool, max);
  }

  private static long read(Object pool, String path) {
    Object value = path.isEmpty() ? null : FieldPath.read(pool, path);
    return value instanceof Number ? Math.max(0, ((Number) value).longValue()) : 0;
  }
}
