package io.rowcall.core.sql;

/**
 * The normalized text while it is written: its first 10,240 characters, and a hash and a length of
 * all of it.
 *
 * <p>The hash is the polynomial {@code Σ (c[i] + 1) · M^(n-1-i) mod 2^64} over the UTF-16 units of
 * the text, with M = 0x9E3779B97F4A7C15. Unlike FNV or Murmur it gives the hash of any stretch from
 * the states at its two ends, so equal list members are found, and taken back, without the text
 * being kept: a list of 10 MB costs no memory.
 */
final class NormalizedText {
  /** How much is kept, in characters. */
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

  /** Appends with ASCII letters in upper case. */
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

  /** Goes back to a state that {@link #length()} and {@link #hash()} gave before. */
  void rewind(long toLength, long toHash) {
    length = toLength;
    hash = toHash;
  }

  /** The hash of what was appended since the state of the given length and hash. */
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
   * The hash through MurmurHash3's 64-bit finalizer, 1 in place of 0. Stable: reports of all
   * versions compare ids.
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
