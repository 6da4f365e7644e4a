package io.rowcall.boot.state;

/**
 * Hashes of texts. The text of a number has the hash of that number, and the text of a UUID that of
 * the UUID.
 */
final class TextHash {
  /** Longer texts are hashed by their ends. */
  private static final int LONG_TEXT = 512;

  /** Digits that a double holds exactly, together with a power of ten that divides them. */
  static final int EXACT_DIGITS = 15;

  /** Digits of the longest number that may fit into a long, its sign included. */
  static final int LONGEST_NUMBER = 20;

  private static final int LONG_DIGITS = 19;
  private static final int UUID_LENGTH = 36;

  private TextHash() {}

  static long of(String text) {
    int length = text.length();
    if (length == UUID_LENGTH && text.charAt(8) == '-') {
      return ofUuid(text);
    }
    if (length > 0 && length <= LONGEST_NUMBER && text.charAt(length - 1) <= '9') {
      return ofNumber(text);
    }
    return ofText(text);
  }

  /** A number, if it is in canonical form: no leading zeros, blanks, or exponent. */
  private static long ofNumber(String text) {
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
      // Nineteen digits may overflow a long, which changes the sign.
      return count > LONG_DIGITS || digits < 0
          ? ofText(text)
          : ValueHash.ofNumber(negative ? -digits : digits);
    }
    if (count > EXACT_DIGITS) {
      return ofText(text);
    }
    double power = 1;
    for (int i = point + 1; i < length; i++) {
      power *= 10;
    }
    return ValueHash.ofNumber((negative ? -digits : digits) / power);
  }

  private static long ofUuid(String text) {
    long mostSignificant = 0;
    long leastSignificant = 0;
    int digits = 0;
    for (int i = 0; i < UUID_LENGTH; i++) {
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
        mostSignificant = mostSignificant << 4 | digit;
      } else {
        leastSignificant = leastSignificant << 4 | digit;
      }
    }
    return ValueHash.ofUuid(mostSignificant, leastSignificant);
  }

  /** A long text is hashed by its length and its ends, so that a CLOB costs no more. */
  private static long ofText(String text) {
    int length = text.length();
    long hash = length;
    if (length <= LONG_TEXT) {
      for (int i = 0; i < length; i++) {
        hash = hash * ValueHash.FACTOR + text.charAt(i);
      }
    } else {
      for (int i = 0; i < LONG_TEXT / 2; i++) {
        hash = hash * ValueHash.FACTOR + text.charAt(i);
        hash = hash * ValueHash.FACTOR + text.charAt(length - 1 - i);
      }
    }
    return ValueHash.hash(hash, ValueHash.TEXT);
  }
}
