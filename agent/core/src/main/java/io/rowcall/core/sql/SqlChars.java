package io.rowcall.core.sql;

/** Character classes and operators that all dialects share. */
final class SqlChars {
  private static final boolean[] NAME_PART = new boolean[128];

  static {
    for (char c = '0'; c <= 'z'; c++) {
      NAME_PART[c] = (c <= '9') || (c >= 'A' && c <= 'Z') || c >= 'a' || c == '_';
    }
    NAME_PART['$'] = true;
  }

  static final int UUID_LENGTH = 36;

  private SqlChars() {}

  /** Whether a part of the source is this word, given in upper case. ASCII case is ignored. */
  static boolean matches(String word, String source, int start, int end) {
    return word.length() == end - start && matches(word, 0, end - start, source, start);
  }

  /** Whether the source continues with a part of a text, given in upper case. */
  static boolean matches(String words, int from, int length, String source, int start) {
    for (int i = 0; i < length; i++) {
      char c = source.charAt(start + i);
      if (words.charAt(from + i) != (c >= 'a' && c <= 'z' ? c - 32 : c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an ASCII character is part of a name on every database. */
  static boolean isNamePart(char c) {
    return NAME_PART[c];
  }

  static boolean isAsciiNamePart(char c) {
    return c < 128 && NAME_PART[c];
  }

  static boolean isHexDigit(char c) {
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }

  /** Whether an unquoted UUID of CQL starts at a position. One of digits alone does not count. */
  static boolean isUuid(String sql, int position) {
    if (position + UUID_LENGTH > sql.length() || sql.charAt(position + 8) != '-') {
      return false;
    }
    boolean letters = false;
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = sql.charAt(position + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !isHexDigit(c)) {
        return false;
      }
      letters |= !dash && !isDigit(c);
    }
    int end = position + UUID_LENGTH;
    return letters && (end == sql.length() || !isAsciiNamePart(sql.charAt(end)));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Whether a character is whitespace: control characters including NUL, all kinds of spaces, and
   * the byte order mark.
   */
  static boolean isBlank(char c) {
    if (c <= ' ') {
      return true;
    }
    if (c < 0x7F) {
      return false;
    }
    return c <= 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202F)
        || c == 0x205F
        || c == 0x2060
        || c == 0x3000
        || c == 0xFEFF;
  }

  /** {@code 0x}, {@code 0b}, {@code 0o}. */
  static boolean isBase(char c) {
    int letter = c | 0x20;
    return letter == 'x' || letter == 'b' || letter == 'o';
  }

  /** Whether an exponent follows an {@code e}. */
  static boolean isExponent(char next, char afterNext) {
    return isDigit(next) || ((next == '-' || next == '+') && isDigit(afterNext));
  }

  /** Whether a letter may end a number: {@code 1.5f}, {@code 2d}, {@code 3L}. */
  static boolean isSuffix(char c) {
    int letter = c | 0x20;
    return letter == 'f' || letter == 'd' || letter == 'l' || letter == 'm';
  }

  /** Whether a word before a quote is part of the literal: N, E, X, B, Q, NQ, {@code _utf8}. */
  static boolean isLiteralPrefix(String sql, int start, int end) {
    int first = sql.charAt(start) | 0x20;
    if (end - start == 1) {
      return first == 'n'
          || first == 'e'
          || first == 'x'
          || first == 'b'
          || first == 'q'
          || first == 'g';
    }
    return sql.charAt(start) == '_'
        || (end - start == 2 && first == 'n' && (sql.charAt(start + 1) | 0x20) == 'q');
  }

  /** The length of the longest known operator at a position; 0 if there is none. */
  static int operatorLength(String sql, int position) {
    char c = sql.charAt(position);
    if ("+-*/%<>=!~^&|#@:".indexOf(c) < 0) {
      return 0;
    }
    for (int i = 0; i < OPERATORS.length; i++) {
      String operator = OPERATORS[i];
      if (operator.charAt(0) == c
          && sql.startsWith(operator, position)
          && !opensComment(sql, position + operator.length())) {
        return operator.length();
      }
    }
    return 1;
  }

  /** Whether the signs before and at a position together open a comment. */
  private static boolean opensComment(String sql, int position) {
    char last = sql.charAt(position - 1);
    return (last == '/' && sql.startsWith("*", position))
        || (last == '-' && sql.startsWith("-", position));
  }

  /** Operators of several signs; longer ones precede their prefixes. */
  private static final String[] OPERATORS = {
    "!~~*", "!~~", "!~*", "!~", "!=", "!<", "!>", "<=>", "<->", "<#>", "<<=", "<<", "<=", "<>",
        "<@", ">>=", ">>", ">=",
    "=>", "==", "||/", "||", "|/", "|=", "->>", "->", "-|-", "-=", "#>>", "#>", "#-", "##", "@>",
        "@@", "&&", "&<",
    "&>", "&=", "~~*", "~~", "~*", "~=", "^=", "^@", "**", "*=", "+=", "/=", "%="
  };
}
