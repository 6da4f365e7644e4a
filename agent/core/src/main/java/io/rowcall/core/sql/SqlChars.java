package io.rowcall.core.sql;

/** What single characters mean in SQL, in every dialect. */
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

  /** Whether an ASCII character continues a name on every database. */
  static boolean isNamePart(char c) {
    return NAME_PART[c];
  }

  static boolean isAsciiNamePart(char c) {
    return c < 128 && NAME_PART[c];
  }

  static boolean isHexDigit(char c) {
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }

  /**
   * Whether a UUID without quotes, as CQL has it, starts at a position; one of digits alone not.
   */
  static boolean isUuid(String sql, int at) {
    if (at + UUID_LENGTH > sql.length() || sql.charAt(at + 8) != '-') {
      return false;
    }
    boolean letters = false;
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = sql.charAt(at + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !isHexDigit(c)) {
        return false;
      }
      letters |= !dash && !isDigit(c);
    }
    int end = at + UUID_LENGTH;
    return letters && (end == sql.length() || !isAsciiNamePart(sql.charAt(end)));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Whether a character only separates: control characters (NUL, too), spaces of all kinds, the
   * byte order mark.
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

  /** Whether an exponent goes on behind its {@code e}. */
  static boolean isExponent(char next, char afterNext) {
    return isDigit(next) || ((next == '-' || next == '+') && isDigit(afterNext));
  }

  /** The letters that may end a number: {@code 1.5f}, {@code 2d}, {@code 3L}. */
  static boolean isSuffix(char c) {
    int letter = c | 0x20;
    return letter == 'f' || letter == 'd' || letter == 'l' || letter == 'm';
  }

  /** Whether a word before a quote belongs to the literal: N, E, X, B, Q, NQ, and {@code _utf8}. */
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

  /**
   * The length of the operator at a position, the longest that is known; 0 if none starts there.
   */
  static int operatorLength(String sql, int at) {
    char c = sql.charAt(at);
    if ("+-*/%<>=!~^&|#@:".indexOf(c) < 0) {
      return 0;
    }
    for (int i = 0; i < OPERATORS.length; i++) {
      String operator = OPERATORS[i];
      if (operator.charAt(0) == c
          && sql.startsWith(operator, at)
          && !opensComment(sql, at + operator.length())) {
        return operator.length();
      }
    }
    return 1;
  }

  /** Whether the sign before a position opens a comment with the one at it. */
  private static boolean opensComment(String sql, int at) {
    char last = sql.charAt(at - 1);
    return (last == '/' && sql.startsWith("*", at)) || (last == '-' && sql.startsWith("-", at));
  }

  /** All of more than one sign, longer ones before their beginnings. */
  private static final String[] OPERATORS = {
    "!~~*", "!~~", "!~*", "!~", "!=", "!<", "!>", "<=>", "<->", "<#>", "<<=", "<<", "<=", "<>",
        "<@", ">>=", ">>", ">=",
    "=>", "==", "||/", "||", "|/", "|=", "->>", "->", "-|-", "-=", "#>>", "#>", "#-", "##", "@>",
        "@@", "&&", "&<",
    "&>", "&=", "~~*", "~~", "~*", "~=", "^=", "^@", "**", "*=", "+=", "/=", "%="
  };
}
