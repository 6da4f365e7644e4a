package io.rowcall.core.sql;

import io.rowcall.core.sql.Dialect.Trait;

/** Skips whitespace and comments. */
final class SpaceScanner {
  private final String sql;
  private final int length;
  private final Dialect dialect;
  private final QuoteScanner quotes;

  /** Whether the opening of a comment that MySQL executes was skipped, but not its end. */
  private boolean inExecutableComment;

  /** The end of the line that was already searched for quotes. */
  private int lineCheckedTo;

  SpaceScanner(String sql, Dialect dialect, QuoteScanner quotes) {
    this.sql = sql;
    this.length = sql.length();
    this.dialect = dialect;
    this.quotes = quotes;
  }

  /**
   * The position of the next token, or the complement ({@code ~position}) if a comment is
   * unterminated, or is one on some databases only.
   */
  int skip(int from) {
    int position = from;
    while (position < length) {
      char c = sql.charAt(position);
      if (c > '/' && c < 0x7F) {
        return position;
      }
      if (SqlChars.isBlank(c)) {
        position++;
      } else if ((c == '-' && charAt(position + 1) == '-' && opensComment(position))
          || (c == '#' && dialect.has(Trait.HASH_COMMENTS))) {
        if (c == '-'
            && dialect.has(Trait.ANY_DATABASE)
            && !SqlChars.isBlank(charAt(position + 2))
            && isAmbiguousLine(position)) {
          return ~position;
        }
        position = QuoteScanner.endOfLine(sql, position);
      } else if (c == '/' && charAt(position + 1) == '*') {
        int opening = dialect == Dialect.MYSQL ? QuoteScanner.executableComment(sql, position) : 0;
        if (opening > 0) {
          inExecutableComment = true;
          position += opening;
        } else {
          int end = quotes.endOfComment(position + 2);
          if (end < 0) {
            return ~length;
          }
          position = end;
        }
      } else if (c == '*' && inExecutableComment && charAt(position + 1) == '/') {
        inExecutableComment = false;
        position += 2;
      } else {
        boolean ambiguous =
            c == '#' && dialect.has(Trait.ANY_DATABASE) && isAmbiguousLine(position);
        return ambiguous ? ~position : position;
      }
    }
    return position;
  }

  /** Whether it makes a difference if the rest of the line is a comment. */
  private boolean isAmbiguousLine(int position) {
    if (position < lineCheckedTo) {
      return false;
    }
    lineCheckedTo = QuoteScanner.endOfLine(sql, position);
    return quotes.hasQuote(position, lineCheckedTo)
        || sql.substring(position, lineCheckedTo).contains("/*");
  }

  private boolean opensComment(int position) {
    return !dialect.has(Trait.STRICT_DASHES)
        || position + 2 >= length
        || SqlChars.isBlank(charAt(position + 2));
  }

  private char charAt(int position) {
    return position < length ? sql.charAt(position) : '\0';
  }
}
