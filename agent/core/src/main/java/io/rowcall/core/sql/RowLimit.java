package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;

/** Detects that the rows of a result are limited: by LIMIT, TOP, FETCH FIRST, or ROWNUM. */
final class RowLimit {
  private boolean found;

  boolean isFound() {
    return found;
  }

  /** Consumes a keyword, before it changes the clauses. */
  void acceptKeyword(Keyword keyword, Keyword verb, Lexer lexer, ClauseStack clauses) {
    Token lookahead = lexer.lookahead();
    switch (keyword) {
      case TOP:
        found |= clauses.has(ClauseStack.RESULT) && lookahead.startsOperand();
        return;
      case LIMIT:
        found |= clauses.has(ClauseStack.RESULT) && lookahead.type == TokenType.OPEN_PAREN;
        return;
      case FETCH:
        // As the first word, it moves a cursor.
        found |=
            clauses.has(ClauseStack.RESULT)
                && verb != Keyword.FETCH
                && (lookahead.keyword == Keyword.FIRST || lookahead.keyword == Keyword.NEXT);
        return;
      case ROWNUM:
        found |=
            clauses.has(ClauseStack.RESULT)
                && !clauses.has(ClauseStack.FROM | ClauseStack.TARGETS)
                && lookahead.type == TokenType.OPERATOR;
        return;
      default:
    }
  }

  /** Consumes a value: that of LIMIT limits the rows. */
  void acceptValue(Lexer lexer, ClauseStack clauses) {
    found |= lexer.previous().keyword == Keyword.LIMIT && clauses.has(ClauseStack.RESULT);
  }
}
