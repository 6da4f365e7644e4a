package io.rowcall.core.sql;

/**
 * Builder of a normalized text: keeps the first 10,240 characters, and hash and length of all.
 *
 * <p>The hash is the polynomial {@code Σ (c[i] + 1) · M^(n-1-i) mod 2^64} over the UTF-16 units of
 * the text, with M = 0x9E3779B97F4A7C15. Unlike FNV or Murmur, it yields the hash of any substring
 * from the states at both ends. So equal list elements are detected and removed without keeping
 * them: a list of 10 MB costs no memory.
 */
final class NormalizedText {
  /** Number of characters that are kept. */
  static final int KEPT_CHARS = 10 * 1024;

  static final String CUT_MARK = " … (cut)";

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private char[] kept;
  private long length;
  private long hash;

  NormalizedText(int expectedChars) {
    kept = new char[Math.min(expectedChars, KEPT_CHARS) + 32];
  }

  void append(char c) {
    if (length < KEPT_CHARS) {
      if (length == kept.length) {
        char[] larger = new char[Math.min(kept.length * 2, KEPT_CHARS)];
        System.arraycopy(kept, 0, larger, 0, kept.length);
        kept = larger;
      }
      kept[(int) length] = c;
    }
    length++;
    hash = hash * MULTIPLIER + c + 1;
  }

  void append(String source, int start, int end) {
    if (length + (end - start) > kept.length) {
      for (int i = start; i < end; i++) {
        append(source.charAt(i));
      }
      return;
    }
    int to = (int) length;
    long mixed = hash;
    for (int i = start; i < end; i++) {
      char c = source.charAt(i);
      kept[to++] = c;
      mixed = mixed * MULTIPLIER + c + 1;
    }
    length = to;
    hash = mixed;
  }

  /** Appends a part of the source, ASCII letters in upper case. */
  void appendUpper(String source, int start, int end) {
    if (length + (end - start) > kept.length) {
      for (int i = start; i < end; i++) {
        append(upper(source.charAt(i)));
      }
      return;
    }
    int to = (int) length;
    long mixed = hash;
    for (int i = start; i < end; i++) {
      char c = upper(source.charAt(i));
      kept[to++] = c;
      mixed = mixed * MULTIPLIER + c + 1;
    }
    length = to;
    hash = mixed;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
  }

  long length() {
    return length;
  }

  long hash() {
    return hash;
  }

  /** Returns to an earlier state of {@link #length()} and {@link #hash()}. */
  void rewind(long toLength, long toHash) {
    length = toLength;
    hash = toHash;
  }

  /** The hash of the text appended since an earlier state. */
  long hashSince(long fromLength, long fromHash) {
    long power = 1;
    long square = MULTIPLIER;
    for (long n = length - fromLength; n > 0; n >>= 1) {
      if ((n & 1) != 0) {
        power *= square;
      }
      square *= square;
    }
    return hash - fromHash * power;
  }

  /**
   * The hash after MurmurHash3's 64-bit finalizer, with 1 in place of 0. Stable, because reports of
   * different versions are compared by id.
   */
  long id() {
    long mixed = hash;
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    mixed ^= mixed >>> 33;
    return mixed == 0 ? 1 : mixed;
  }

  @Override
  public String toString() {
    if (length <= KEPT_CHARS) {
      return new String(kept, 0, (int) length);
    }
    int end = Character.isHighSurrogate(kept[KEPT_CHARS - 1]) ? KEPT_CHARS - 1 : KEPT_CHARS;
    return new String(kept, 0, end) + CUT_MARK;
  }
}
