package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;

/**
 * Masks passwords that are not literals: {@code IDENTIFIED BY tiger}, {@code ALTER ROLE … PASSWORD
 * tiger}, {@code CONNECT TO … USING tiger}, {@code SOURCE_PASSWORD = tiger}, and the bare words
 * that SQL Server's procedures accept as strings.
 *
 * <p>In a statement that neither reads nor writes rows nor creates a table, PASSWORD is not a
 * column name, so a password follows it, whether the grammar requires quotes or not.
 *
 * <p>A password extends to the next space, comma, semicolon or closing parenthesis.
 */
final class PasswordMasker {
  private final Dialect dialect;
  private Keyword first = Keyword.NONE;
  private boolean firstSeen;

  /** Whether a verb that reads or writes rows was seen. */
  private boolean accessesRows;

  /** Whether {@code SET PASSWORD FOR bob} was seen, but not its equals sign. */
  private boolean assignmentPending;

  /** Whether the statement defines a table or another object. */
  private boolean definesObject;

  private boolean identified;
  private boolean expected;
  private boolean masking;
  private boolean procedureNamed;

  PasswordMasker(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Consumes the current token; true if it must be masked. */
  boolean mask(Lexer lexer) {
    Token token = lexer.current();
    if (token.type == TokenType.SEMICOLON) {
      reset();
      return false;
    }
    if (masking) {
      token.masked = true;
      masking = !endsPassword(lexer.lookahead());
      return true;
    }
    if (expected && opensCall(token, lexer)) {
      return false;
    }
    if (expected && !mayPrecedePassword(token, lexer)) {
      expected = false;
      if (endsPassword(token.type)) {
        return false;
      }
      token.masked = true;
      masking = !endsPassword(lexer.lookahead());
      return true;
    }
    if (!firstSeen && token.type == TokenType.WORD && !isValue(token.keyword)) {
      firstSeen = true;
      first = token.keyword;
      accessesRows = isRowVerb(first) || first == Keyword.WITH || first == Keyword.FROM;
      return false;
    }
    if (lexer.lookahead().type == TokenType.OPERATOR
        && token.type == TokenType.WORD
        && mayContainPassword()
        && lexer.currentNamesPassword()) {
      expected = true;
    } else if (token.keyword != Keyword.NONE) {
      acceptKeyword(token.keyword, lexer);
    } else if (assignmentPending && lexer.currentIs("=")) {
      expected = true;
      assignmentPending = false;
    }
    return isBareString(token, lexer);
  }

  /** Whether the next token is a password. */
  boolean expected() {
    return expected;
  }

  private static boolean isValue(Keyword keyword) {
    return keyword == Keyword.NULL || keyword == Keyword.TRUE || keyword == Keyword.FALSE;
  }

  private void reset() {
    first = Keyword.NONE;
    firstSeen = false;
    accessesRows = false;
    assignmentPending = false;
    definesObject = false;
    identified = false;
    expected = false;
    masking = false;
    procedureNamed = false;
  }

  private static boolean endsPassword(Token lookahead) {
    return lookahead.spaceBefore || endsPassword(lookahead.type);
  }

  private static boolean endsPassword(TokenType shape) {
    return shape == TokenType.SEMICOLON
        || shape == TokenType.COMMA
        || shape == TokenType.CLOSE_PAREN
        || shape == TokenType.END;
  }

  /** {@code PASSWORD('tiger')}: the argument is the password. */
  private static boolean opensCall(Token token, Lexer lexer) {
    return token.type == TokenType.WORD
        ? lexer.previous().type == TokenType.OPERATOR
            && lexer.lookahead().type == TokenType.OPEN_PAREN
        : token.type == TokenType.OPEN_PAREN && lexer.beforePrevious().type == TokenType.OPERATOR;
  }

  /** Whether a token may come between the keyword and the password. */
  private static boolean mayPrecedePassword(Token token, Lexer lexer) {
    if (token.type == TokenType.OPERATOR) {
      return lexer.previous().type == TokenType.WORD;
    }
    if (token.keyword == Keyword.PASSWORD) {
      return lexer.previous().keyword != Keyword.NONE;
    }
    TokenType lookahead = lexer.lookahead().type;
    return token.keyword == Keyword.VALUES
        && (lookahead == TokenType.VALUE || lookahead == TokenType.QUESTION_MARK);
  }

  private void acceptKeyword(Keyword keyword, Lexer lexer) {
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
        definesObject = true;
        return;
      case IDENTIFIED:
        identified = mayContainPassword();
        return;
      case BY:
        // IDENTIFIED WITH plugin BY tiger
        expected = identified || lexer.previous().keyword == Keyword.IDENTIFIED;
        identified |= expected;
        return;
      case AS:
      case REPLACE:
        expected = identified;
        return;
      case USING:
        expected = first == Keyword.CONNECT || identified;
        return;
      case PASSWORD:
        assignmentPending = lexer.lookahead().keyword == Keyword.FOR;
        expected =
            mayContainPassword()
                && !assignmentPending
                && lexer.lookahead().type != TokenType.OPEN_PAREN;
        return;
      default:
        accessesRows |= isRowVerb(keyword);
        expected = assignmentPending && lexer.currentIs("TO");
    }
  }

  private static boolean isRowVerb(Keyword keyword) {
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

  private boolean mayContainPassword() {
    if (definesObject) {
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
        return firstSeen && !accessesRows;
    }
  }

  /** Whether a word is a string, as in {@code EXEC p word}. */
  private boolean isBareString(Token token, Lexer lexer) {
    if (dialect != Dialect.SQLSERVER || (first != Keyword.EXEC && first != Keyword.EXECUTE)) {
      return false;
    }
    if (!procedureNamed) {
      procedureNamed =
          token.isName()
              && lexer.lookahead().type != TokenType.DOT
              && lexer.lookahead().type != TokenType.OPERATOR;
      return false;
    }
    return token.type == TokenType.WORD
        && token.keyword == Keyword.NONE
        && lexer.lookahead().type != TokenType.DOT
        && !lexer.isVariable(token);
  }
}
