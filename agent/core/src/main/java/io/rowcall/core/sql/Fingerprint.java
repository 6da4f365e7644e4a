package io.rowcall.core.sql;

import io.rowcall.core.sql.Dialect.Trait;

/**
 * Fingerprint of a SQL text: a hash that ignores plain literals, plain numbers and comments.
 *
 * <p>Texts with the same fingerprint are the same statement, so only the first is normalized. It is
 * many times faster than normalization because it does not parse. Where a quote or a comment is
 * ambiguous there is no fingerprint, and where a number may be part of a name its digits are
 * hashed. So texts of one statement may have several fingerprints, but two statements never share
 * one.
 *
 * <p>It has 64 bits: among 10,000 fingerprints, the odds of any collision are one in 10¹¹.
 */
public final class Fingerprint {
  /** No fingerprint: the text must be normalized. */
  public static final long NONE = 0;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** Placeholders for literals, numbers and comments; not characters. */
  private static final int LITERAL = 0x10001;

  private static final int NUMBER = 0x10002;
  private static final int COMMENT = 0x10003;

  /** Characters after which a digit starts a number. */
  private static final byte SIGN = 0;

  /** Characters after which a digit is part of something else. */
  private static final byte NAME_PART = 1;

  private static final byte DIGIT = 2;

  /** Quotes, and signs that may open a comment. */
  private static final byte SPECIAL = 3;

  private static final byte[] CLASSES = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      CLASSES[c] = SqlChars.isDigit(c) ? DIGIT : SqlChars.isNamePart(c) ? NAME_PART : SIGN;
    }
    for (char c : new char[] {'@', ':', '?', '.'}) {
      CLASSES[c] = NAME_PART;
    }
    for (char c : new char[] {'\'', '"', '`', '[', '-', '/', '#', '$'}) {
      CLASSES[c] = SPECIAL;
    }
  }

  private Fingerprint() {}

  /** The fingerprint of a text, or {@link #NONE}. Takes linear time and allocates nothing. */
  public static long of(String sql, Dialect dialect) {
    if (dialect == Dialect.UNKNOWN) {
      return NONE;
    }
    long hash = mix(MULTIPLIER, dialect.ordinal());
    int length = sql.length();
    boolean afterNamePart = false;
    int position = 0;
    while (position < length) {
      char c = sql.charAt(position);
      byte kind = c < 128 ? CLASSES[c] : NAME_PART;
      int placeholder = 0;
      int end = position + 1;
      if (kind == DIGIT) {
        int numberEnd = afterNamePart ? 0 : endOfNumber(sql, position);
        placeholder = numberEnd > 0 ? NUMBER : 0;
        end = numberEnd > 0 ? numberEnd : end;
        afterNamePart = placeholder == 0;
      } else if (kind == SPECIAL) {
        end = endOfSpecial(sql, position, c, dialect);
        if (end < 0) {
          return NONE;
        }
        placeholder = c == '\'' ? LITERAL : c == '/' && end > position + 1 ? COMMENT : 0;
        afterNamePart = c == '#' || c == '$';
      } else {
        afterNamePart = kind == NAME_PART;
      }
      if (placeholder != 0) {
        hash = mix(hash, placeholder);
        position = end;
        continue;
      }
      hash = mix(hash, c);
      for (position++; position < end; position++) {
        hash = mix(hash, sql.charAt(position));
      }
    }
    hash = (hash ^ (hash >>> 32)) * MULTIPLIER;
    hash ^= hash >>> 29;
    return hash == NONE ? 1 : hash;
  }

  private static long mix(long hash, int c) {
    return Long.rotateLeft((hash ^ c) * MULTIPLIER, 27);
  }

  /** Whether a dash between two words may be part of a name or of a UUID. */
  private static boolean joinsWords(String sql, int position) {
    return position > 0
        && position + 1 < sql.length()
        && SqlChars.isAsciiNamePart(sql.charAt(position - 1))
        && SqlChars.isAsciiNamePart(sql.charAt(position + 1));
  }

  /** The end of a plain number of digits and dots; 0 if it may be something else. */
  private static int endOfNumber(String sql, int from) {
    int position = from + 1;
    for (; position < sql.length(); position++) {
      char c = sql.charAt(position);
      if (!SqlChars.isDigit(c) && c != '.') {
        boolean ends = c < 128 && !SqlChars.isNamePart(c) && c != '@' && c != '#';
        return ends ? position : 0;
      }
    }
    return position;
  }

  /** The end of a quote or a comment, or of a sign that opens neither; -1 if ambiguous. */
  private static int endOfSpecial(String sql, int position, char c, Dialect dialect) {
    if (dialect.has(Trait.TRIPLE_QUOTES) && sql.startsWith(c == '"' ? "\"\"\"" : "'''", position)) {
      return -1;
    }
    switch (c) {
      case '\'':
        return endOfLiteral(sql, position, dialect);
      case '"':
      case '`':
        return endOfName(sql, position + 1, c);
      case '[':
        return dialect.has(Trait.SQUARE_NAMES) ? endOfName(sql, position + 1, ']') : position + 1;
      case '-':
        return sql.startsWith("-", position + 1) || joinsWords(sql, position) ? -1 : position + 1;
      case '/':
        return sql.startsWith("*", position + 1) ? endOfComment(sql, position + 2) : position + 1;
      case '#':
        return dialect.has(Trait.HASH_COMMENTS) ? -1 : position + 1;
      default:
        // Where dollars do not quote, they are letters.
        return dialect.has(Trait.DOLLAR_TAGS | Trait.DOLLAR_PAIRS) ? -1 : position + 1;
    }
  }

  /** The end of a literal; -1 with a backslash, or after a {@code q}, which changes the quote. */
  private static int endOfLiteral(String sql, int from, Dialect dialect) {
    if (from > 0 && (sql.charAt(from - 1) | 0x20) == 'q' && dialect.has(Trait.Q_QUOTES)) {
      return -1;
    }
    int length = sql.length();
    for (int position = from + 1; position < length; position++) {
      char c = sql.charAt(position);
      if (c == '\\') {
        return -1;
      }
      if (c == '\'') {
        if (position + 1 == length || sql.charAt(position + 1) != '\'') {
          return position + 1;
        }
        position++;
      }
    }
    return -1;
  }

  /** The end of a quoted name, in which a doubled closing quote stands for itself. */
  private static int endOfName(String sql, int from, char close) {
    for (int position = from; position < sql.length(); position++) {
      char c = sql.charAt(position);
      if (c == close) {
        if (position + 1 == sql.length() || sql.charAt(position + 1) != close) {
          return position + 1;
        }
        position++;
      } else if (c == '\\' || (close == ']' && "'\"`-/#".indexOf(c) >= 0)) {
        // May be an escape; or, after ARRAY, not a name at all.
        return -1;
      }
    }
    return -1;
  }

  /** The end of a comment; -1 if it may nest or, starting with "!", be executed. */
  private static int endOfComment(String sql, int from) {
    int close = sql.indexOf("*/", from);
    if (close < 0 || sql.startsWith("!", from) || sql.startsWith("M!", from)) {
      return -1;
    }
    for (int position = from; position < close; position++) {
      if (sql.charAt(position) == '/' && sql.charAt(position + 1) == '*') {
        return -1;
      }
    }
    return close + 2;
  }
}
