package io.rowcall.core.sql;

import io.rowcall.core.sql.Dialect.Trait;

/** Finds the ends of unquoted names and of numbers. */
final class NameScanner {
  private final String sql;
  private final int length;
  private final Dialect dialect;

  NameScanner(String sql, Dialect dialect) {
    this.sql = sql;
    this.length = sql.length();
    this.dialect = dialect;
  }

  /** The end of the name characters from a position on. */
  int endOfName(int from) {
    int end = from;
    while (end < length) {
      char c = sql.charAt(end);
      if (c < 128 && SqlChars.isNamePart(c)) {
        end++;
        continue;
      }
      int chars = nameChars(end);
      if (chars == 0) {
        break;
      }
      end += chars;
    }
    return end;
  }

  /** Length of the name character at a position: 0 for none, 1, or 2 for a surrogate pair. */
  int nameChars(int position) {
    if (position >= length) {
      return 0;
    }
    char c = sql.charAt(position);
    if (c < 128) {
      return SqlChars.isNamePart(c)
              || (c == '#' && dialect.has(Trait.HASH_IN_NAMES))
              || (c == '@' && dialect.has(Trait.AT_IN_NAMES))
          ? 1
          : 0;
    }
    if (Character.isSurrogate(c)) {
      boolean pair =
          Character.isHighSurrogate(c)
              && position + 1 < length
              && Character.isLowSurrogate(sql.charAt(position + 1));
      return pair ? 2 : 0;
    }
    return SqlChars.isBlank(c) ? 0 : 1;
  }

  /**
   * The end of a number, or the complement ({@code ~end}) if letters make it a word that starts
   * with a digit.
   */
  int endOfNumber(int from) {
    int end = from;
    boolean hasBase = sql.charAt(from) == '0' && SqlChars.isBase(charAt(from + 1));
    boolean letters = false;
    boolean exponent = false;
    boolean underscore = false;
    char c = charAt(end);
    while (end < length) {
      if (SqlChars.isDigit(c)) {
        end++;
      } else if (c == '.' && !letters && !underscore) {
        end++;
      } else if ((c | 0x20) == 'e'
          && !hasBase
          && !letters
          && !exponent
          && SqlChars.isExponent(charAt(end + 1), charAt(end + 2))) {
        exponent = true;
        end += 2;
      } else {
        int chars = nameChars(end);
        if (chars == 0) {
          break;
        }
        boolean suffix = SqlChars.isSuffix(c) && nameChars(end + 1) == 0 && charAt(end + 1) != '.';
        underscore |= c == '_';
        letters |= c != '_' && !hasBase && !suffix;
        end += chars;
      }
      c = charAt(end);
    }
    boolean isWord = letters || (underscore && !hasBase);
    return isWord && SqlChars.isDigit(sql.charAt(from)) ? ~end : end;
  }

  private char charAt(int position) {
    return position < length ? sql.charAt(position) : '\0';
  }
}
