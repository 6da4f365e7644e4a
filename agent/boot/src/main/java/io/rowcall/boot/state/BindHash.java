package io.rowcall.boot.state;

import static io.rowcall.boot.state.TextHash.EXACT_DIGITS;
import static io.rowcall.boot.state.TextHash.LONGEST_NUMBER;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of values that are bound to parameters or read from columns: enough to distinguish values,
 * never enough to restore one.
 *
 * <p>A value has one hash, whatever type it comes in: the long 7, the BigDecimal 7.00, and the text
 * "7" are one number; a UUID equals its text and its sixteen bytes. The low bits are the kind of
 * the value, because different hashes mean different values within a kind only, see {@link
 * #areComparable}. No hash is 0, which stands for a parameter that was never set.
 *
 * <p>Calls no code of the application: an object whose class is not the JDK's own counts by its
 * identity. Allocates nothing, except for fractions of more than 15 digits.
 */
public final class BindHash {
  public static final long NULL = ValueHash.NULL;

  private static final int LONG_BYTES = 512;
  private static final int LONG_ARRAY = 1024;
  private static final int MAX_DEPTH = 3;
  private static final int UUID_BYTES = 16;

  private BindHash() {}

  /** The hash of a sequence of values and another one. */
  public static long mix(long sequence, long value) {
    return ValueHash.mix(sequence, value);
  }

  /**
   * Whether different hashes mean different values: both are numbers, or texts, or UUIDs. Equal
   * hashes mean equal values in any case.
   */
  public static boolean areComparable(long hash, long other) {
    return ValueHash.areComparable(hash, other);
  }

  public static long of(long number) {
    return ValueHash.ofNumber(number);
  }

  public static long of(boolean value) {
    return ValueHash.ofNumber(value ? 1L : 0L);
  }

  public static long of(double number) {
    return ValueHash.ofNumber(number);
  }

  public static long of(@Nullable Object value) {
    return of(value, 0);
  }

  /**
   * @param depth the number of arrays around the value
   */
  private static long of(@Nullable Object value, int depth) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof String) {
      return TextHash.of((String) value);
    }
    if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      return of(((Number) value).longValue());
    }
    if (value instanceof Byte) {
      return of((long) (Byte) value);
    }
    if (value instanceof Double || value instanceof Float) {
      return of(((Number) value).doubleValue());
    }
    if (value instanceof Boolean) {
      return of(((Boolean) value).booleanValue());
    }
    if (value instanceof UUID) {
      UUID uuid = (UUID) value;
      return ValueHash.ofUuid(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }
    if (value instanceof byte[]) {
      return ofBytes((byte[]) value);
    }
    if (value instanceof ArrayState && !StateMap.isProxy(value)) {
      long content = ((ArrayState) value).rowcall$content();
      return content == 0 ? ValueHash.ofIdentity(value) : content;
    }
    return ofOther(value, value.getClass(), depth);
  }

  private static long ofOther(Object value, Class<?> type, int depth) {
    if (type == BigDecimal.class) {
      return ofDecimal((BigDecimal) value);
    }
    if (type == BigInteger.class) {
      return ofInteger((BigInteger) value);
    }
    if (type.isArray()) {
      return depth == MAX_DEPTH ? ValueHash.ofIdentity(value) : ofArray(value, depth + 1);
    }
    String name = type.getName();
    if (name.startsWith("java.")) {
      if (value instanceof Date && (name.startsWith("java.sql.") || type == Date.class)) {
        return ValueHash.hash(((Date) value).getTime(), ValueHash.OPAQUE);
      }
      if (value instanceof Character || name.startsWith("java.time.")) {
        return ValueHash.hash(value.hashCode(), ValueHash.OPAQUE);
      }
    }
    return ValueHash.ofIdentity(value);
  }

  private static long ofDecimal(BigDecimal number) {
    if (number.scale() == 0 && number.precision() < LONGEST_NUMBER - 1) {
      return of(number.longValue());
    }
    if (number.precision() <= EXACT_DIGITS && Math.abs(number.scale()) <= EXACT_DIGITS) {
      return of(number.doubleValue());
    }
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() <= 0 && stripped.precision() - stripped.scale() < LONGEST_NUMBER) {
      return ofInteger(stripped.toBigInteger());
    }
    return ValueHash.ofLargeNumber(stripped.scale(), stripped.unscaledValue().longValue());
  }

  private static long ofInteger(BigInteger number) {
    return number.bitLength() < Long.SIZE
        ? of(number.longValue())
        : ValueHash.ofLargeNumber(number.bitLength(), number.longValue());
  }

  private static long ofBytes(byte[] bytes) {
    int length = bytes.length;
    if (length == UUID_BYTES) {
      long mostSignificant = 0;
      long leastSignificant = 0;
      for (int i = 0; i < UUID_BYTES / 2; i++) {
        mostSignificant = mostSignificant << 8 | (bytes[i] & 0xff);
        leastSignificant = leastSignificant << 8 | (bytes[i + UUID_BYTES / 2] & 0xff);
      }
      return ValueHash.ofUuid(mostSignificant, leastSignificant);
    }
    long hash = length;
    for (int i = 0, n = Math.min(length, LONG_BYTES); i < n; i++) {
      hash = hash * ValueHash.FACTOR + bytes[i];
      hash = hash * ValueHash.FACTOR + bytes[length - 1 - i];
    }
    return ValueHash.hash(hash, ValueHash.OPAQUE);
  }

  /**
   * Hashes the elements: an array is often created for one execution, and equal to the last one.
   */
  private static long ofArray(Object array, int depth) {
    long hash = depth;
    if (array instanceof Object[]) {
      Object[] elements = (Object[]) array;
      hash += elements.length;
      for (int i = 0, n = Math.min(elements.length, LONG_ARRAY); i < n; i++) {
        hash = mix(hash, of(elements[i], depth));
      }
    } else if (array instanceof long[]) {
      long[] elements = (long[]) array;
      hash += elements.length;
      for (int i = 0, n = Math.min(elements.length, LONG_ARRAY); i < n; i++) {
        hash = mix(hash, of(elements[i]));
      }
    } else if (array instanceof int[]) {
      int[] elements = (int[]) array;
      hash += elements.length;
      for (int i = 0, n = Math.min(elements.length, LONG_ARRAY); i < n; i++) {
        hash = mix(hash, of((long) elements[i]));
      }
    } else if (array instanceof double[]) {
      double[] elements = (double[]) array;
      hash += elements.length;
      for (int i = 0, n = Math.min(elements.length, LONG_ARRAY); i < n; i++) {
        hash = mix(hash, of(elements[i]));
      }
    } else if (array instanceof short[]) {
      short[] elements = (short[]) array;
      hash += elements.length;
      for (int i = 0, n = Math.min(elements.length, LONG_ARRAY); i < n; i++) {
        hash = mix(hash, of((long) elements[i]));
      }
    } else if (array instanceof float[]) {
      float[] elements = (float[]) array;
      hash += elements.length;
      for (int i = 0, n = Math.min(elements.length, LONG_ARRAY); i < n; i++) {
        hash = mix(hash, of((double) elements[i]));
      }
    } else {
      return ValueHash.ofIdentity(array);
    }
    return ValueHash.hash(hash, ValueHash.OPAQUE);
  }
}
