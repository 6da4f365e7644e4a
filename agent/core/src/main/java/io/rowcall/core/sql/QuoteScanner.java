package io.rowcall.core.sql;

import io.rowcall.core.sql.Dialect.Trait;

/**
 * Finds the ends of literals, quoted names and comments. Methods return the position after the end,
 * or -1 if it is missing or ambiguous.
 */
final class QuoteScanner {
  private static final int UNKNOWN = -1;

  private final String sql;
  private final Dialect dialect;
  private int ambiguousLiteralAt = Lexer.NO_POSITION;
  private long visitedTwice;

  QuoteScanner(String sql, Dialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  /**
   * The start of the first literal with a backslash before a quote, whose meaning depends on the
   * settings of the server.
   */
  int ambiguousLiteralAt() {
    return ambiguousLiteralAt;
  }

  /** Number of characters visited a second time, to count backslashes before a quote. */
  long visitedTwice() {
    return visitedTwice;
  }

  /**
   * The end of a literal.
   *
   * @param from the position after the opening quote
   * @param escapes whether a backslash escapes
   * @param afterEscape whether the keyword ESCAPE precedes it, so that {@code '\'} is complete
   */
  int endOfLiteral(int from, char quote, boolean escapes, boolean afterEscape) {
    if (afterEscape && sql.startsWith("\\'", from) && !sql.startsWith("'", from + 2)) {
      return from + 2;
    }
    int position = sql.indexOf(quote, from);
    while (position >= 0) {
      boolean escaped = oddBackslashesBefore(position, from);
      if (escaped && ambiguousLiteralAt == Lexer.NO_POSITION) {
        ambiguousLiteralAt = from - 1;
      }
      if (escaped && !escapes && (dialect == Dialect.GENERIC || dialect.has(Trait.ANY_DATABASE))) {
        return UNKNOWN;
      }
      if (escaped && escapes) {
        from = position + 1;
      } else if (position + 1 < sql.length() && sql.charAt(position + 1) == quote) {
        from = position + 2;
      } else {
        return position + 1;
      }
      position = sql.indexOf(quote, from);
    }
    return UNKNOWN;
  }

  /**
   * The end of a triple-quoted literal, which may contain one or two quotes in a row.
   *
   * @param from the position after the first quote
   * @return 0 if no such literal opens here
   */
  int endOfTriple(int from, char quote) {
    if (!isTriple(from - 1, quote)) {
      return 0;
    }
    int start = from + 2;
    int position = sql.indexOf(quote, start);
    while (position >= 0) {
      boolean escaped = oddBackslashesBefore(position, start);
      if (!escaped && isTriple(position, quote)) {
        return position + 3;
      }
      start = position + 1;
      position = sql.indexOf(quote, start);
    }
    return UNKNOWN;
  }

  private boolean isTriple(int position, char quote) {
    return position + 2 < sql.length()
        && sql.charAt(position) == quote
        && sql.charAt(position + 1) == quote
        && sql.charAt(position + 2) == quote;
  }

  private boolean oddBackslashesBefore(int quote, int from) {
    int position = quote;
    while (position > from && sql.charAt(position - 1) == '\\') {
      position--;
    }
    visitedTwice += quote - position;
    return ((quote - position) & 1) != 0;
  }

  /** The end of a quoted name. A doubled closing quote stands for itself. */
  int endOfName(int from, char close) {
    int position = sql.indexOf(close, from);
    while (position >= 0 && position + 1 < sql.length() && sql.charAt(position + 1) == close) {
      position = sql.indexOf(close, position + 2);
    }
    return position < 0 ? UNKNOWN : position + 1;
  }

  /** The end of {@code q'[…]'}; {@code from} is the position of its delimiter. */
  int endOfQ(int from) {
    if (from >= sql.length()) {
      return UNKNOWN;
    }
    char open = sql.charAt(from);
    char close =
        open == '[' ? ']' : open == '{' ? '}' : open == '(' ? ')' : open == '<' ? '>' : open;
    int position = sql.indexOf(close, from + 1);
    while (position >= 0 && !sql.startsWith("'", position + 1)) {
      position = sql.indexOf(close, position + 1);
    }
    return position < 0 ? UNKNOWN : position + 2;
  }

  /** The end of {@code $tag$…$tag$}. The positions enclose the tag with its dollars. */
  int endOfDollars(int tagStart, int tagEnd) {
    int position = sql.indexOf(sql.substring(tagStart, tagEnd), tagEnd);
    return position < 0 ? UNKNOWN : position + tagEnd - tagStart;
  }

  /** The end of a block comment; {@code from} is the position after its opening. */
  int endOfComment(int from) {
    if (dialect.has(Trait.NESTED_COMMENTS)) {
      return endOfNested(from);
    }
    int end = sql.indexOf("*/", from);
    boolean ambiguous =
        end >= 0
            && dialect.has(Trait.ANY_DATABASE)
            && (contains("/*", from, end)
                || (executableComment(sql, from - 2) > 0 && hasQuote(from, end)));
    return end < 0 || ambiguous ? UNKNOWN : end + 2;
  }

  private boolean contains(String part, int from, int to) {
    for (int position = from; position < to; position++) {
      if (sql.startsWith(part, position)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a quote of any database between two positions. */
  boolean hasQuote(int from, int to) {
    for (int position = from; position < to; position++) {
      char c = sql.charAt(position);
      if (c == '\'' || c == '"' || c == '`' || c == '$') {
        return true;
      }
    }
    return false;
  }

  /** Whether any quote occurs an odd number of times between two positions. */
  boolean hasUnpairedQuote(int from, int to) {
    int parity = 0;
    for (int position = from; position < to; position++) {
      char c = sql.charAt(position);
      parity ^= c == '\'' ? 1 : c == '"' ? 2 : c == '`' ? 4 : 0;
    }
    return parity != 0;
  }

  private int endOfNested(int from) {
    int depth = 1;
    for (int position = from; position + 1 < sql.length(); position++) {
      char c = sql.charAt(position);
      if (c == '*' && sql.charAt(position + 1) == '/') {
        position++;
        depth--;
        if (depth == 0) {
          return position + 1;
        }
      } else if (c == '/' && sql.charAt(position + 1) == '*') {
        position++;
        depth++;
      }
    }
    return UNKNOWN;
  }

  static int endOfLine(String sql, int from) {
    int position = from;
    while (position < sql.length()
        && sql.charAt(position) != '\n'
        && sql.charAt(position) != '\r') {
      position++;
    }
    return position;
  }

  /**
   * The length of the opening of a comment that MySQL or MariaDB executes, such as {@code /}{@code
   * *!40101}; 0 if there is none at the position.
   */
  static int executableComment(String sql, int start) {
    int position = start + 2;
    if (sql.startsWith("M!", position)) {
      position++;
    }
    if (!sql.startsWith("!", position)) {
      return 0;
    }
    position++;
    while (position < sql.length()
        && position < start + 10
        && SqlChars.isDigit(sql.charAt(position))) {
      position++;
    }
    return position - start;
  }
}
