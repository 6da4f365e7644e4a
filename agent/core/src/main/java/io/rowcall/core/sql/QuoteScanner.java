package io.rowcall.core.sql;

import io.rowcall.core.sql.Dialect.Trait;

/**
 * Finds where literals, quoted names and comments end. Every method gives the position behind the
 * end, or -1.
 */
final class QuoteScanner {
  private static final int UNKNOWN = -1;

  private final String sql;
  private final Dialect dialect;
  private int firstDoubtful = Lexer.NOWHERE;
  private long lookedBack;

  QuoteScanner(String sql, Dialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  /**
   * Where the first literal starts in which a backslash stands before a quote: servers may be set
   * either way.
   */
  int firstDoubtful() {
    return firstDoubtful;
  }

  /** How many characters were looked at a second time, for backslashes before a quote. */
  long lookedBack() {
    return lookedBack;
  }

  /**
   * The end of a literal.
   *
   * @param from behind the opening quote
   * @param escapes whether a backslash escapes
   * @param afterEscape whether the word ESCAPE stands before it, so that {@code '\'} is complete
   */
  int endOfLiteral(int from, char quote, boolean escapes, boolean afterEscape) {
    if (afterEscape && sql.startsWith("\\'", from) && !sql.startsWith("'", from + 2)) {
      return from + 2;
    }
    int at = sql.indexOf(quote, from);
    while (at >= 0) {
      boolean escaped = oddBackslashesBefore(at, from);
      if (escaped && firstDoubtful == Lexer.NOWHERE) {
        firstDoubtful = from - 1;
      }
      if (escaped && !escapes && (dialect == Dialect.GENERIC || dialect.has(Trait.DOUBTS_ALL))) {
        return UNKNOWN;
      }
      if (escaped && escapes) {
        from = at + 1;
      } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
        from = at + 2;
      } else {
        return at + 1;
      }
      at = sql.indexOf(quote, from);
    }
    return UNKNOWN;
  }

  /**
   * The end of a literal in three quotes, in which one or two of them may stand.
   *
   * @param from behind the first of them
   * @return 0 if no such literal opens here
   */
  int endOfTriple(int from, char quote) {
    if (!isTriple(from - 1, quote)) {
      return 0;
    }
    int start = from + 2;
    int at = sql.indexOf(quote, start);
    while (at >= 0) {
      boolean escaped = oddBackslashesBefore(at, start);
      if (!escaped && isTriple(at, quote)) {
        return at + 3;
      }
      start = at + 1;
      at = sql.indexOf(quote, start);
    }
    return UNKNOWN;
  }

  private boolean isTriple(int at, char quote) {
    return at + 2 < sql.length()
        && sql.charAt(at) == quote
        && sql.charAt(at + 1) == quote
        && sql.charAt(at + 2) == quote;
  }

  private boolean oddBackslashesBefore(int quote, int from) {
    int at = quote;
    while (at > from && sql.charAt(at - 1) == '\\') {
      at--;
    }
    lookedBack += quote - at;
    return ((quote - at) & 1) != 0;
  }

  /** The end of a quoted name, in which the closing sign doubled stands for itself. */
  int endOfName(int from, char close) {
    int at = sql.indexOf(close, from);
    while (at >= 0 && at + 1 < sql.length() && sql.charAt(at + 1) == close) {
      at = sql.indexOf(close, at + 2);
    }
    return at < 0 ? UNKNOWN : at + 1;
  }

  /** The end of {@code q'[…]'}; {@code from} is where its delimiter stands. */
  int endOfQ(int from) {
    if (from >= sql.length()) {
      return UNKNOWN;
    }
    char open = sql.charAt(from);
    char close =
        open == '[' ? ']' : open == '{' ? '}' : open == '(' ? ')' : open == '<' ? '>' : open;
    int at = sql.indexOf(close, from + 1);
    while (at >= 0 && !sql.startsWith("'", at + 1)) {
      at = sql.indexOf(close, at + 1);
    }
    return at < 0 ? UNKNOWN : at + 2;
  }

  /** The end of {@code $tag$…$tag$}; the tag lies between the two positions, dollars included. */
  int endOfDollars(int tagStart, int tagEnd) {
    int at = sql.indexOf(sql.substring(tagStart, tagEnd), tagEnd);
    return at < 0 ? UNKNOWN : at + tagEnd - tagStart;
  }

  /** The end of a block comment; {@code from} is behind its opening. */
  int endOfComment(int from) {
    if (dialect.has(Trait.NESTED_COMMENTS)) {
      return endOfNested(from);
    }
    int end = sql.indexOf("*/", from);
    boolean doubtful =
        end >= 0
            && dialect.has(Trait.DOUBTS_ALL)
            && (contains("/*", from, end)
                || (executableComment(sql, from - 2) > 0 && hasQuote(from, end)));
    return end < 0 || doubtful ? UNKNOWN : end + 2;
  }

  private boolean contains(String part, int from, int to) {
    for (int at = from; at < to; at++) {
      if (sql.startsWith(part, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether anything that quotes on any database stands between two positions. */
  boolean hasQuote(int from, int to) {
    for (int at = from; at < to; at++) {
      char c = sql.charAt(at);
      if (c == '\'' || c == '"' || c == '`' || c == '$') {
        return true;
      }
    }
    return false;
  }

  /** Whether a sign that quotes stands an odd number of times between two positions. */
  boolean hasOddQuotes(int from, int to) {
    int signs = 0;
    for (int at = from; at < to; at++) {
      char c = sql.charAt(at);
      signs ^= c == '\'' ? 1 : c == '"' ? 2 : c == '`' ? 4 : 0;
    }
    return signs != 0;
  }

  private int endOfNested(int from) {
    int depth = 1;
    for (int at = from; at + 1 < sql.length(); at++) {
      char c = sql.charAt(at);
      if (c == '*' && sql.charAt(at + 1) == '/') {
        at++;
        depth--;
        if (depth == 0) {
          return at + 1;
        }
      } else if (c == '/' && sql.charAt(at + 1) == '*') {
        at++;
        depth++;
      }
    }
    return UNKNOWN;
  }

  static int endOfLine(String sql, int from) {
    int at = from;
    while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /**
   * The length of the opening of a comment that MySQL or MariaDB executes, such as {@code /}{@code
   * *!40101}; 0 if none stands at the position.
   */
  static int executableComment(String sql, int position) {
    int at = position + 2;
    if (sql.startsWith("M!", at)) {
      at++;
    }
    if (!sql.startsWith("!", at)) {
      return 0;
    }
    at++;
    while (at < sql.length() && at < position + 10 && SqlChars.isDigit(sql.charAt(at))) {
      at++;
    }
    return at - position;
  }
}
