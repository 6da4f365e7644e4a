package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/**
 * Hashes of bind values: enough to tell equal sets from different ones, never enough to read a
 * value back into a report. Allocates nothing and calls no code of the application.
 */
final class Binds {
  /** Batch state of a statement that has been executed: the next bind starts a new set. */
  static final int EXECUTED = Integer.MIN_VALUE;

  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final int LONG_TEXT = 512;

  private Binds() {}

  private static final long FACTOR = 0xBF58476D1CE4E5B9L;

  /** {@link #FACTOR} times this is 1. */
  private static final long INVERSE = 0x96DE1B173F119089L;

  static long mix(long hash, int index, long value) {
    long h = (hash ^ placed(index, value)) * FACTOR;
    return h ^ (h >>> 29);
  }

  /** A value at its position. */
  static long placed(int index, long value) {
    return value + index * SEED;
  }

  /** What was multiplied to make this; {@link #mix} is a bijection. */
  static long unmix(long hash) {
    long h = hash ^ (hash >>> 29);
    h = hash ^ (h >>> 29);
    return h * INVERSE;
  }

  static long of(@Nullable Object value) {
    if (value == null) {
      return 0x5bd1e995L;
    }
    if (value instanceof String) {
      return of((String) value);
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
      return ofSimple(value);
    }
    if (value instanceof byte[]) {
      return of((byte[]) value);
    }
    return isValueOfTheJdk(value.getClass().getName())
        ? value.hashCode()
        : System.identityHashCode(value);
  }

  /** Long texts are told apart by length and by their ends, so that a CLOB costs no more. */
  private static long of(String text) {
    int length = text.length();
    if (length <= LONG_TEXT) {
      return text.hashCode();
    }
    long hash = length;
    for (int i = 0; i < LONG_TEXT / 2; i++) {
      hash = hash * 31 + text.charAt(i);
      hash = hash * 31 + text.charAt(length - 1 - i);
    }
    return hash;
  }

  private static long of(byte[] bytes) {
    long hash = bytes.length;
    for (int i = 0, n = Math.min(bytes.length, LONG_TEXT); i < n; i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash;
  }

  /** An Integer 7 and a Long 7 are the same bind to a database. */
  private static long ofSimple(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return ((Number) value).longValue();
    }
    String name = value.getClass().getName();
    return name.startsWith("java.") ? value.hashCode() : System.identityHashCode(value);
  }

  private static boolean isValueOfTheJdk(String className) {
    return className.startsWith("java.time.")
        || className.equals("java.util.UUID")
        || className.equals("java.util.Date")
        || className.equals("java.sql.Timestamp")
        || className.equals("java.sql.Date")
        || className.equals("java.sql.Time");
  }
}
