package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;

/**
 * Tells the tokens that are passwords although they are no literals: {@code IDENTIFIED BY tiger},
 * {@code ALTER ROLE … PASSWORD tiger}, {@code CONNECT TO … USING tiger}, {@code SOURCE_PASSWORD =
 * tiger}, and the bare words that SQL Server's procedures take for strings.
 *
 * <p>In a statement that neither reads nor changes rows, and makes no table, the word PASSWORD
 * names no column, and what follows is one; whether the grammar wants it quoted or not.
 *
 * <p>A password goes to the next blank, comma, semicolon or closing parenthesis.
 */
final class PasswordMasker {
  private final Dialect dialect;
  private Keyword first = Keyword.NONE;
  private boolean firstSeen;

  /** SELECT, INSERT or another verb was met that is about rows. */
  private boolean ofRows;

  /** {@code SET PASSWORD FOR bob} waits for its sign. */
  private boolean ofUser;

  private boolean ofTable;
  private boolean identified;
  private boolean next;
  private boolean hiding;
  private boolean procedureNamed;

  PasswordMasker(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Whether the current token has to be hidden. To be asked once for each. */
  boolean hides(Lexer lexer) {
    Token token = lexer.current();
    if (token.shape == TokenType.SEMICOLON) {
      reset();
      return false;
    }
    if (hiding) {
      token.hidden = true;
      hiding = !ends(lexer.ahead());
      return true;
    }
    if (next && opensCall(token, lexer)) {
      return false;
    }
    if (next && !passesBy(token, lexer)) {
      next = false;
      if (ends(token.shape)) {
        return false;
      }
      token.hidden = true;
      hiding = !ends(lexer.ahead());
      return true;
    }
    if (!firstSeen && token.shape == TokenType.WORD && !isValue(token.keyword)) {
      firstSeen = true;
      first = token.keyword;
      ofRows = isOfRows(first) || first == Keyword.WITH || first == Keyword.FROM;
      return false;
    }
    if (lexer.ahead().shape == TokenType.OPERATOR
        && token.shape == TokenType.WORD
        && keepsPasswords()
        && lexer.currentNamesPassword()) {
      next = true;
    } else if (token.keyword != Keyword.NONE) {
      see(token.keyword, lexer);
    } else if (ofUser && lexer.currentIs("=")) {
      next = true;
      ofUser = false;
    }
    return isBareString(token, lexer);
  }

  /** Whether the next token is a password. */
  boolean expected() {
    return next;
  }

  private static boolean isValue(Keyword keyword) {
    return keyword == Keyword.NULL || keyword == Keyword.TRUE || keyword == Keyword.FALSE;
  }

  private void reset() {
    first = Keyword.NONE;
    firstSeen = false;
    ofRows = false;
    ofUser = false;
    ofTable = false;
    identified = false;
    next = false;
    hiding = false;
    procedureNamed = false;
  }

  private static boolean ends(Token ahead) {
    return ahead.spaced || ends(ahead.shape);
  }

  private static boolean ends(TokenType shape) {
    return shape == TokenType.SEMICOLON
        || shape == TokenType.COMMA
        || shape == TokenType.CLOSE
        || shape == TokenType.END;
  }

  /** {@code PASSWORD('tiger')}: the argument is the password. */
  private static boolean opensCall(Token token, Lexer lexer) {
    return token.shape == TokenType.WORD
        ? lexer.previous().shape == TokenType.OPERATOR && lexer.ahead().shape == TokenType.OPEN
        : token.shape == TokenType.OPEN && lexer.beforePrevious().shape == TokenType.OPERATOR;
  }

  /** What may stand between the word and the password. */
  private static boolean passesBy(Token token, Lexer lexer) {
    if (token.shape == TokenType.OPERATOR) {
      return lexer.previous().shape == TokenType.WORD;
    }
    if (token.keyword == Keyword.PASSWORD) {
      return lexer.previous().keyword != Keyword.NONE;
    }
    TokenType ahead = lexer.ahead().shape;
    return token.keyword == Keyword.VALUES
        && (ahead == TokenType.VALUE || ahead == TokenType.QUESTION);
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
      case IDENTIFIED:
        identified = keepsPasswords();
        return;
      case BY:
        // IDENTIFIED WITH plugin BY tiger
        next = identified || lexer.previous().keyword == Keyword.IDENTIFIED;
        identified |= next;
        return;
      case AS:
      case REPLACE:
        next = identified;
        return;
      case USING:
        next = first == Keyword.CONNECT || identified;
        return;
      case PASSWORD:
        ofUser = lexer.ahead().keyword == Keyword.FOR;
        next = keepsPasswords() && !ofUser && lexer.ahead().shape != TokenType.OPEN;
        return;
      default:
        ofRows |= isOfRows(keyword);
        next = ofUser && lexer.currentIs("TO");
    }
  }

  private static boolean isOfRows(Keyword keyword) {
    switch (keyword) {
      case SELECT:
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
      case UPSERT:
      case VALUES:
        return true;
      default:
        return false;
    }
  }

  private boolean keepsPasswords() {
    if (ofTable) {
      return false;
    }
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
        return firstSeen && !ofRows;
    }
  }

  /** {@code EXEC p word}: the word is a string. */
  private boolean isBareString(Token token, Lexer lexer) {
    if (dialect != Dialect.SQLSERVER || (first != Keyword.EXEC && first != Keyword.EXECUTE)) {
      return false;
    }
    if (!procedureNamed) {
      procedureNamed =
          token.isName()
              && lexer.ahead().shape != TokenType.DOT
              && lexer.ahead().shape != TokenType.OPERATOR;
      return false;
    }
    return token.shape == TokenType.WORD
        && token.keyword == Keyword.NONE
        && lexer.ahead().shape != TokenType.DOT
        && !lexer.isVariable(token);
  }
}
