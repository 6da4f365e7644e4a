package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;

/**
 * Tells words from names where the name of a table must stand. There any word is a name, {@code
 * role} and {@code level} as well as {@code select}, but for those that the grammar puts in front
 * of one, and for these only as long as a name can still follow.
 */
final class TablePosition {
  private TablePosition() {}

  /** Behind FROM, JOIN, USING, or a comma between tables: whether the current word is no name. */
  static boolean isKeywordOfRead(Lexer lexer) {
    Token ahead = lexer.ahead();
    boolean opens = ahead.shape == TokenType.OPEN;
    boolean inParentheses =
        lexer.previous().shape == TokenType.OPEN && ahead.shape != TokenType.CLOSE;
    if (ahead.keyword == Keyword.TABLE) {
      return true;
    }
    switch (lexer.current().keyword) {
      case SELECT:
      case WITH:
      case FROM:
        return inParentheses;
      case VALUES:
        return opens || inParentheses || ahead.keyword == Keyword.ROW;
      case TABLE:
        return opens || (inParentheses && namesFollow(lexer));
      case UNNEST:
      case FUNCTION:
        return opens;
      case LATERAL:
      case ONLY:
        return opens || namesFollow(lexer);
      default:
        // ROWS FROM (f(1), g(2))
        return ahead.keyword == Keyword.FROM && lexer.current().keyword == Keyword.PLAIN;
    }
  }

  /** Behind INSERT, INTO, UPDATE, DELETE, TABLE and the like: whether the word is no name. */
  static boolean isKeywordOfWrite(Lexer lexer, boolean selects, Dialect dialect) {
    Keyword word = lexer.current().keyword;
    Keyword before = lexer.previous().keyword;
    Token ahead = lexer.ahead();
    if (ahead.keyword == Keyword.TABLE && word != Keyword.TABLE) {
      return true;
    }
    if (ahead.keyword == Keyword.INTO && before != Keyword.INTO) {
      return true;
    }
    switch (word) {
      case INTO:
      case FROM:
        return !introduces(lexer.previous());
      case SELECT:
      case VALUES:
      case WITH:
      case WHERE:
      case USING:
      case ON:
        return isVerb(before) && before != Keyword.UPDATE;
      case SET:
        return isVerb(before) && ahead.keyword != Keyword.SET && ahead.keyword != Keyword.AS;
      case OR:
        return isVerb(before) && isOnConflict(ahead.keyword);
      case TOP:
        return isVerb(before) && ahead.shape != TokenType.WORD && ahead.startsOperand();
      case ALL:
      case FIRST:
        return ahead.keyword == Keyword.WHEN;
      case WHEN:
        return before == Keyword.ALL || before == Keyword.FIRST;
      case LOW_PRIORITY:
      case HIGH_PRIORITY:
      case DELAYED:
      case IGNORE:
      case OVERWRITE:
        return mayBeModified(before) && follows(lexer);
      case REPLACE:
      case ROLLBACK:
      case ABORT:
      case FAIL:
        return before == Keyword.OR;
      case TEMP:
      case TEMPORARY:
      case UNLOGGED:
      case STRICT:
        return selects && before == Keyword.INTO && namesFollow(lexer);
      case TABLE:
        return before == Keyword.TRUNCATE ? isWordOrName(ahead) : namesFollow(lexer);
      case ONLY:
        return before != Keyword.INTO && (ahead.shape == TokenType.OPEN || namesFollow(lexer));
      case IF:
        return ahead.keyword == Keyword.EXISTS || ahead.keyword == Keyword.NOT;
      case NOT:
        return before == Keyword.IF;
      case EXISTS:
        return before == Keyword.IF || before == Keyword.NOT;
      case NONE:
        return before == Keyword.DELETE || isModifier(before)
            ? lexer.currentIs("QUICK") && follows(lexer) && dialect.mayBe(Dialect.MYSQL)
            : false;
      default:
        return false;
    }
  }

  /** Behind WITH: whether the word is not the name of a common table expression. */
  static boolean isKeywordOfExpression(Lexer lexer) {
    return lexer.current().keyword == Keyword.RECURSIVE
        && lexer.ahead().keyword != Keyword.AS
        && isWordOrName(lexer.ahead());
  }

  static boolean isWordOrName(Token token) {
    return token.shape == TokenType.WORD
        || token.shape == TokenType.QUOTED
        || token.shape == TokenType.DOUBLE_QUOTED;
  }

  /** Whether a name must follow: no other word can stand between. */
  private static boolean introduces(Token previous) {
    switch (previous.keyword) {
      case INTO:
      case FROM:
      case UPDATE:
      case TABLE:
      case EXISTS:
      case ON:
      case ONLY:
        return true;
      default:
        return previous.shape == TokenType.COMMA;
    }
  }

  private static boolean isVerb(Keyword keyword) {
    switch (keyword) {
      case INSERT:
      case REPLACE:
      case UPDATE:
      case DELETE:
      case MERGE:
      case UPSERT:
      case TRUNCATE:
        return true;
      default:
        return false;
    }
  }

  /** What SQLite does {@code OR} else. */
  private static boolean isOnConflict(Keyword keyword) {
    switch (keyword) {
      case REPLACE:
      case IGNORE:
      case ROLLBACK:
      case ABORT:
      case FAIL:
        return true;
      default:
        return false;
    }
  }

  private static boolean isModifier(Keyword keyword) {
    switch (keyword) {
      case LOW_PRIORITY:
      case HIGH_PRIORITY:
      case DELAYED:
      case IGNORE:
      case PLAIN:
        return true;
      default:
        return false;
    }
  }

  private static boolean mayBeModified(Keyword before) {
    return isVerb(before) || isModifier(before) || before == Keyword.OR;
  }

  /** A name, or the FROM of DELETE, which may stand before it. */
  private static boolean follows(Lexer lexer) {
    return namesFollow(lexer)
        || (lexer.ahead().keyword == Keyword.FROM && lexer.current().keyword != Keyword.OVERWRITE);
  }

  /** Whether a name can stand next: not with a word that goes on behind the name of a table. */
  private static boolean namesFollow(Lexer lexer) {
    Token ahead = lexer.ahead();
    switch (ahead.keyword) {
      case SELECT:
      case FROM:
      case WHERE:
      case JOIN:
      case STRAIGHT_JOIN:
      case APPLY:
      case SET:
      case VALUES:
      case WITH:
      case AS:
      case ON:
      case USING:
      case GROUP:
      case ORDER:
      case HAVING:
      case UNION:
      case EXCEPT:
      case INTERSECT:
      case MINUS:
      case LIMIT:
      case OFFSET:
      case FETCH:
      case WINDOW:
      case QUALIFY:
      case CONNECT:
      case RETURNING:
      case START:
      case FOR:
      case WHEN:
        return false;
      case PLAIN:
        return !lexer.aheadIsOneOf(" LEFT RIGHT INNER CROSS NATURAL FULL DEFAULT OUTPUT ADD ");
      default:
        return isWordOrName(ahead);
    }
  }
}
