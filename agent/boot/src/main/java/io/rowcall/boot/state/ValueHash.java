package io.rowcall.boot.state;

/**
 * Hashes of numbers and UUIDs, and the mixing that all {@link BindHash}es share. The low bits of a
 * hash are the kind of its value.
 */
final class ValueHash {
  private static final long KIND = 7;
  private static final long NUMBER = 1;
  static final long TEXT = 2;
  private static final long IDENTIFIER = 3;

  /** Values of no known kind: equal hashes mean equal values, different ones mean nothing. */
  static final long OPAQUE = 4;

  private static final long NULL_KIND = 5;

  static final long NULL = hash(0x5bd1e995L, NULL_KIND);

  private static final long SEED = 0x9E3779B97F4A7C15L;
  static final long FACTOR = 0xBF58476D1CE4E5B9L;
  private static final long FRACTION = 0x94D049BB133111EBL;

  private ValueHash() {}

  static long hash(long bits, long kind) {
    return (spread(bits + kind * SEED) & ~KIND) | kind;
  }

  /** The hash of a sequence of values and another one. */
  static long mix(long sequence, long value) {
    return spread((sequence ^ value) * FACTOR + SEED);
  }

  /** The hash of a value at a position; the sum over all positions is the hash of a set. */
  static long placed(int position, long value) {
    return spread(value + position * SEED);
  }

  private static long spread(long bits) {
    long h = (bits ^ (bits >>> 30)) * FACTOR;
    h = (h ^ (h >>> 27)) * FRACTION;
    return h ^ (h >>> 31);
  }

  static boolean areComparable(long hash, long other) {
    return ((hash ^ other) & KIND) == 0 && (hash & KIND) < OPAQUE;
  }

  static long ofNumber(long number) {
    return hash(number, NUMBER);
  }

  static long ofNumber(double number) {
    long whole = (long) number;
    return whole == number
        ? ofNumber(whole)
        : hash(Double.doubleToLongBits(number) ^ FRACTION, NUMBER);
  }

  /** A number that neither a long nor a double holds exactly. */
  static long ofLargeNumber(int magnitude, long digits) {
    return hash(mix(magnitude, digits), NUMBER);
  }

  static long ofUuid(long mostSignificant, long leastSignificant) {
    return hash(mix(mostSignificant, leastSignificant), IDENTIFIER);
  }

  static long ofIdentity(Object value) {
    return hash(System.identityHashCode(value) ^ FRACTION, OPAQUE);
  }
}
