package io.rowcall.boot.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of values that are bound to parameters or read from columns: enough to tell equal values
 * from different ones, never enough to read a value back into a report.
 *
 * <p>A value has one hash whatever type carries it: the long 7, the BigDecimal 7.00 and the text
 * "7" are one number, a UUID is its text and its sixteen bytes. The low bits are the value's kind,
 * because only values of one kind can be told to differ: {@link ColumnValues#areComparable}. No
 * hash is 0, which stands for a parameter that was never set.
 *
 * <p>Calls no code of the application: of objects whose class is not the JDK's own the identity
 * counts. Allocates nothing, but for decimals of more than {@value #EXACT_DIGITS} digits with a
 * fraction.
 */
public final class BindHash {
  private static final long KIND = 7;
  private static final long NUMBER = 1;
  private static final long TEXT = 2;
  private static final long IDENTIFIER = 3;

  /** Equal ones are equal; of different ones nobody knows. */
  private static final long OPAQUE = 4;

  public static final long NULL = hash(0x5bd1e995L, 5);

  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long FACTOR = 0xBF58476D1CE4E5B9L;
  private static final long FRACTION = 0x94D049BB133111EBL;

  private static final int LONG_TEXT = 512;
  private static final int LONG_ARRAY = 1024;
  private static final int DEEPEST = 3;

  /** So many digits a double holds exactly, and a power of ten that divides them as well. */
  private static final int EXACT_DIGITS = 15;

  private static final int LONGEST_NUMBER = 20;
  private static final int UUID_TEXT = 36;
  private static final int UUID_BYTES = 16;

  private BindHash() {}

  /** The hash of several values, one after the other. */
  public static long mix(long before, long value) {
    return spread((before ^ value) * FACTOR + SEED);
  }

  /** The hash of a value at its position; the sum over all positions is the hash of a set. */
  static long placed(int position, long value) {
    return spread(value + position * SEED);
  }

  public static boolean areComparable(long one, long other) {
    return ((one ^ other) & KIND) == 0 && (one & KIND) < OPAQUE;
  }

  private static long hash(long bits, long kind) {
    return (spread(bits + kind * SEED) & ~KIND) | kind;
  }

  private static long spread(long bits) {
    long h = (bits ^ (bits >>> 30)) * FACTOR;
    h = (h ^ (h >>> 27)) * FRACTION;
    return h ^ (h >>> 31);
  }

  // ---- Numbers ----

  public static long of(long number) {
    return hash(number, NUMBER);
  }

  public static long of(boolean value) {
    return of(value ? 1L : 0L);
  }

  public static long of(double number) {
    long whole = (long) number;
    return whole == number ? of(whole) : hash(Double.doubleToLongBits(number) ^ FRACTION, NUMBER);
  }

  private static long of(BigDecimal number) {
    if (number.scale() == 0 && number.precision() < LONGEST_NUMBER - 1) {
      return of(number.longValue());
    }
    if (number.precision() <= EXACT_DIGITS && Math.abs(number.scale()) <= EXACT_DIGITS) {
      return of(number.doubleValue());
    }
    BigDecimal least = number.stripTrailingZeros();
    if (least.scale() <= 0 && least.precision() - least.scale() < LONGEST_NUMBER) {
      return of(least.toBigInteger());
    }
    return hash(mix(least.scale(), least.unscaledValue().longValue()), NUMBER);
  }

  private static long of(BigInteger number) {
    return number.bitLength() < Long.SIZE
        ? of(number.longValue())
        : hash(mix(number.bitLength(), number.longValue()), NUMBER);
  }

  // ---- Texts ----

  private static long of(String text) {
    int length = text.length();
    if (length == UUID_TEXT && text.charAt(8) == '-') {
      return ofUuidText(text);
    }
    if (length > 0 && length <= LONGEST_NUMBER && text.charAt(length - 1) <= '9') {
      return ofShort(text);
    }
    return ofText(text);
  }

  /** A number, when it is written as one is: no leading zeros, no blanks, no exponent. */
  private static long ofShort(String text) {
    int length = text.length();
    boolean negative = text.charAt(0) == '-';
    int from = negative ? 1 : 0;
    int point = -1;
    long digits = 0;
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0 && i > from) {
        point = i;
      } else if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
      } else {
        return ofText(text);
      }
    }
    int count = length - from - (point < 0 ? 0 : 1);
    boolean leadingZero = count > 1 && text.charAt(from) == '0' && point != from + 1;
    if (count == 0 || leadingZero || point == length - 1) {
      return ofText(text);
    }
    if (point < 0) {
      // Nineteen digits may be too many for a long; then the sign is lost.
      return count > 19 || digits < 0 ? ofText(text) : of(negative ? -digits : digits);
    }
    if (count > EXACT_DIGITS) {
      return ofText(text);
    }
    double power = 1;
    for (int i = point + 1; i < length; i++) {
      power *= 10;
    }
    return of((negative ? -digits : digits) / power);
  }

  private static long ofUuidText(String text) {
    long most = 0;
    long least = 0;
    int digits = 0;
    for (int i = 0; i < UUID_TEXT; i++) {
      char c = text.charAt(i);
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (c != '-') {
          return ofText(text);
        }
        continue;
      }
      int digit = Character.digit(c, 16);
      if (digit < 0) {
        return ofText(text);
      }
      if (digits++ < 16) {
        most = most << 4 | digit;
      } else {
        least = least << 4 | digit;
      }
    }
    return ofUuid(most, least);
  }

  /** Long texts are told apart by length and by their ends, so that a CLOB costs no more. */
  private static long ofText(String text) {
    int length = text.length();
    long hash = length;
    if (length <= LONG_TEXT) {
      for (int i = 0; i < length; i++) {
        hash = hash * FACTOR + text.charAt(i);
      }
    } else {
      for (int i = 0; i < LONG_TEXT / 2; i++) {
        hash = hash * FACTOR + text.charAt(i);
        hash = hash * FACTOR + text.charAt(length - 1 - i);
      }
    }
    return hash(hash, TEXT);
  }

  // ---- Everything else ----

  private static long ofUuid(long most, long least) {
    return hash(mix(most, least), IDENTIFIER);
  }

  private static long of(byte[] bytes) {
    int length = bytes.length;
    if (length == UUID_BYTES) {
      long most = 0;
      long least = 0;
      for (int i = 0; i < UUID_BYTES / 2; i++) {
        most = most << 8 | (bytes[i] & 0xff);
        least = least << 8 | (bytes[i + UUID_BYTES / 2] & 0xff);
      }
      return ofUuid(most, least);
    }
    long hash = length;
    for (int i = 0, n = Math.min(length, LONG_TEXT); i < n; i++) {
      hash = hash * FACTOR + bytes[i];
      hash = hash * FACTOR + bytes[length - 1 - i];
    }
    return hash(hash, OPAQUE);
  }

  public static long of(@Nullable Object value) {
    return of(value, 0);
  }

  private static long of(@Nullable Object value, int depth) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof String) {
      return of((String) value);
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
      return ofUuid(
          ((UUID) value).getMostSignificantBits(), ((UUID) value).getLeastSignificantBits());
    }
    if (value instanceof byte[]) {
      return of((byte[]) value);
    }
    if (value instanceof ArrayState) {
      long content = ((ArrayState) value).rowcall$content();
      return content == 0 ? identity(value) : content;
    }
    return ofOther(value, value.getClass(), depth);
  }

  private static long ofOther(Object value, Class<?> type, int depth) {
    if (type == BigDecimal.class) {
      return of((BigDecimal) value);
    }
    if (type == BigInteger.class) {
      return of((BigInteger) value);
    }
    if (type.isArray()) {
      return depth == DEEPEST ? identity(value) : ofArray(value, depth + 1);
    }
    String name = type.getName();
    if (name.startsWith("java.")) {
      if (value instanceof Date && (name.startsWith("java.sql.") || type == Date.class)) {
        return hash(((Date) value).getTime(), OPAQUE);
      }
      if (value instanceof Character || name.startsWith("java.time.")) {
        return hash(value.hashCode(), OPAQUE);
      }
    }
    return identity(value);
  }

  private static long identity(Object value) {
    return hash(System.identityHashCode(value) ^ FRACTION, OPAQUE);
  }

  /** By its elements: an array is made for each execution, and asks the same all the same. */
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
      return identity(array);
    }
    return hash(hash, OPAQUE);
  }
}
