package io.rowcall.core.sql;

import io.rowcall.core.sql.Lexeme.Shape;

/**
 * Tells the lexemes that are passwords although they are no literals: {@code IDENTIFIED BY tiger},
 * {@code ALTER ROLE … PASSWORD tiger}, {@code CONNECT TO … USING tiger}, and the bare words that
 * SQL Server's procedures take for strings.
 *
 * <p>A password goes to the next blank, comma, semicolon or closing parenthesis.
 */
final class Secrets {
  private final Dialect dialect;
  private Keyword first = Keyword.NONE;
  private boolean firstSeen;
  private boolean ofTable;
  private boolean identified;
  private boolean next;
  private boolean hiding;
  private boolean procedureNamed;

  Secrets(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Whether the current lexeme has to be hidden. To be asked once for each. */
  boolean hides(Lexer lexer) {
    Lexeme lexeme = lexer.current();
    if (lexeme.shape == Shape.SEMICOLON) {
      reset();
      return false;
    }
    if (hiding) {
      lexeme.hidden = true;
      hiding = !ends(lexer.ahead());
      return true;
    }
    if (next && !passesBy(lexeme, lexer)) {
      next = false;
      if (ends(lexeme.shape)) {
        return false;
      }
      lexeme.hidden = true;
      hiding = !ends(lexer.ahead());
      return true;
    }
    if (!firstSeen && lexeme.shape == Shape.WORD && !isValue(lexeme.keyword)) {
      firstSeen = true;
      first = lexeme.keyword;
      return false;
    }
    if (lexeme.keyword != Keyword.NONE) {
      see(lexeme.keyword, lexer);
    }
    return isBareString(lexeme, lexer);
  }

  /** Whether the next lexeme is a password. */
  boolean expected() {
    return next;
  }

  private static boolean isValue(Keyword keyword) {
    return keyword == Keyword.NULL || keyword == Keyword.TRUE || keyword == Keyword.FALSE;
  }

  private void reset() {
    first = Keyword.NONE;
    firstSeen = false;
    ofTable = false;
    identified = false;
    next = false;
    hiding = false;
    procedureNamed = false;
  }

  private static boolean ends(Lexeme ahead) {
    return ahead.spaced || ends(ahead.shape);
  }

  private static boolean ends(Shape shape) {
    return shape == Shape.SEMICOLON
        || shape == Shape.COMMA
        || shape == Shape.CLOSE
        || shape == Shape.END;
  }

  /** What may stand between the word and the password. */
  private static boolean passesBy(Lexeme lexeme, Lexer lexer) {
    if (lexeme.shape == Shape.OPERATOR || lexeme.keyword == Keyword.PASSWORD) {
      return lexer.previous().keyword != Keyword.NONE;
    }
    Shape ahead = lexer.ahead().shape;
    return lexeme.keyword == Keyword.VALUES && (ahead == Shape.VALUE || ahead == Shape.QUESTION);
  }

  private void see(Keyword keyword, Lexer lexer) {
    switch (keyword) {
      case TABLE:
      case VIEW:
      case INDEX:
      case PROCEDURE:
      case TRIGGER:
      case TYPE:
      case SEQUENCE:
      case PACKAGE:
      case DOMAIN:
        ofTable = true;
        return;
      case BY:
        next = lexer.previous().keyword == Keyword.IDENTIFIED;
        identified |= next;
        return;
      case REPLACE:
        next = identified;
        return;
      case USING:
        next = first == Keyword.CONNECT;
        return;
      case PASSWORD:
        next =
            keepsPasswords()
                && !ofTable
                && lexer.ahead().keyword != Keyword.FOR
                && lexer.ahead().shape != Shape.OPEN;
        return;
      default:
    }
  }

  private boolean keepsPasswords() {
    switch (first) {
      case CREATE:
      case ALTER:
      case SET:
      case GRANT:
      case CONNECT:
      case OPEN:
      case BACKUP:
      case RESTORE:
        return true;
      default:
        return false;
    }
  }

  /** {@code EXEC p word}: the word is a string. */
  private boolean isBareString(Lexeme lexeme, Lexer lexer) {
    if (dialect != Dialect.SQLSERVER || (first != Keyword.EXEC && first != Keyword.EXECUTE)) {
      return false;
    }
    if (!procedureNamed) {
      procedureNamed =
          lexeme.isName()
              && lexer.ahead().shape != Shape.DOT
              && lexer.ahead().shape != Shape.OPERATOR;
      return false;
    }
    return lexeme.shape == Shape.WORD
        && lexeme.keyword == Keyword.NONE
        && lexer.ahead().shape != Shape.DOT
        && !lexer.isVariable(lexeme);
  }
}
