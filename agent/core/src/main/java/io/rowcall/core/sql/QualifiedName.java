package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;

/**
 * Builder of a table name from its parts: without quotes, unquoted parts in the case that the
 * dialect folds them to. Bounded.
 */
final class QualifiedName {
  private static final int MAX_CHARS = 1024;
  private static final int MAX_PART_CHARS = 512;

  private final String sql;
  private final Dialect dialect;
  private final StringBuilder text = new StringBuilder();

  QualifiedName(String sql, Dialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  void clear() {
    text.setLength(0);
  }

  void appendDot() {
    if (text.length() <= MAX_CHARS) {
      text.append('.');
    }
  }

  void append(Token part) {
    if (text.length() > MAX_CHARS) {
      return;
    }
    int end = Math.min(part.end, part.start + MAX_PART_CHARS);
    if (part.type == TokenType.WORD) {
      text.append(dialect.foldUnquoted(sql.substring(part.start, end)));
    } else {
      int close = end == part.end ? end - 1 : end;
      int open = sql.indexOf(sql.charAt(close) == ']' ? '[' : sql.charAt(close), part.start);
      text.append(sql, Math.min(open < 0 ? part.start + 1 : open + 1, close), close);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
