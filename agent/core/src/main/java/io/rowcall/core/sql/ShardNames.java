package io.rowcall.core.sql;

/** Folds the parts of table names that differ between shards: numbers, dates, hex hashes. */
final class ShardNames {
  private static final int MIN_DIGITS = 4;

  private ShardNames() {}

  /**
   * Appends a name, folded. A name that may be an alias ({@code !table}) is folded only if it has
   * enough digits for a shard.
   */
  static void append(NormalizedText text, String sql, int start, int end, boolean table) {
    if (!table && digits(sql, start, end) < MIN_DIGITS) {
      text.append(sql, start, end);
      return;
    }
    int partStart = start;
    while (partStart < end) {
      int partEnd = partStart;
      while (partEnd < end && isWordPart(sql.charAt(partEnd))) {
        partEnd++;
      }
      appendPart(text, sql, partStart, partEnd);
      if (partEnd < end) {
        text.append(sql.charAt(partEnd));
      }
      partStart = partEnd + 1;
    }
  }

  private static void appendPart(NormalizedText text, String sql, int start, int end) {
    if (isHash(sql, start, end)) {
      text.append('0');
      return;
    }
    boolean inNumber = false;
    for (int i = start; i < end; i++) {
      char c = sql.charAt(i);
      boolean digit = SqlChars.isDigit(c);
      if (!digit) {
        text.append(c);
      } else if (!inNumber) {
        text.append('0');
      }
      inNumber = digit;
    }
  }

  private static boolean isHash(String sql, int start, int end) {
    boolean digit = false;
    for (int i = start; i < end; i++) {
      char c = sql.charAt(i);
      int letter = c | 0x20;
      if (SqlChars.isDigit(c)) {
        digit = true;
      } else if (letter < 'a' || letter > 'f') {
        return false;
      }
    }
    return digit && end - start >= MIN_DIGITS;
  }

  private static boolean isWordPart(char c) {
    return c > 127 || (SqlChars.isNamePart(c) && c != '_' && c != '$');
  }

  private static int digits(String sql, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += SqlChars.isDigit(sql.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
