package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;

/**
 * Rules for the positions in which a table name must come. Any word is a name there, {@code role}
 * and {@code level} as well as {@code select}, except for the keywords that the grammar allows
 * before the name, and these only while a name can still follow.
 */
final class TablePosition {
  private TablePosition() {}

  /** Whether the current word is a keyword, after FROM, JOIN, USING or a comma between tables. */
  static boolean isKeywordBeforeRead(Lexer lexer) {
    Token lookahead = lexer.lookahead();
    boolean opens = lookahead.type == TokenType.OPEN_PAREN;
    boolean inParentheses =
        lexer.previous().type == TokenType.OPEN_PAREN && lookahead.type != TokenType.CLOSE_PAREN;
    if (lookahead.keyword == Keyword.TABLE) {
      return true;
    }
    switch (lexer.current().keyword) {
      case SELECT:
      case WITH:
      case FROM:
        return inParentheses;
      case VALUES:
        return opens || inParentheses || lookahead.keyword == Keyword.ROW;
      case TABLE:
        return opens || (inParentheses && nameMayFollow(lexer));
      case UNNEST:
      case FUNCTION:
        return opens;
      case LATERAL:
      case ONLY:
        return opens || nameMayFollow(lexer);
      default:
        // ROWS FROM (f(1), g(2))
        return lookahead.keyword == Keyword.FROM && lexer.current().keyword == Keyword.PLAIN;
    }
  }

  /** Whether the current word is a keyword, after INSERT, INTO, UPDATE, DELETE, TABLE and so on. */
  static boolean isKeywordBeforeWrite(Lexer lexer, boolean selects, Dialect dialect) {
    Keyword word = lexer.current().keyword;
    Keyword before = lexer.previous().keyword;
    Token lookahead = lexer.lookahead();
    if (lookahead.keyword == Keyword.TABLE && word != Keyword.TABLE) {
      return true;
    }
    if (lookahead.keyword == Keyword.INTO && before != Keyword.INTO) {
      return true;
    }
    switch (word) {
      case INTO:
      case FROM:
        return !introducesName(lexer.previous());
      case SELECT:
      case VALUES:
      case WITH:
      case WHERE:
      case USING:
      case ON:
        return isVerb(before) && before != Keyword.UPDATE;
      case SET:
        return isVerb(before)
            && lookahead.keyword != Keyword.SET
            && lookahead.keyword != Keyword.AS;
      case OR:
        return isVerb(before) && isConflictClause(lookahead.keyword);
      case TOP:
        return isVerb(before) && lookahead.type != TokenType.WORD && lookahead.startsOperand();
      case ALL:
      case FIRST:
        return lookahead.keyword == Keyword.WHEN;
      case WHEN:
        return before == Keyword.ALL || before == Keyword.FIRST;
      case LOW_PRIORITY:
      case HIGH_PRIORITY:
      case DELAYED:
      case IGNORE:
      case OVERWRITE:
        return mayTakeModifier(before) && nameOrFromMayFollow(lexer);
      case REPLACE:
      case ROLLBACK:
      case ABORT:
      case FAIL:
        return before == Keyword.OR;
      case TEMP:
      case TEMPORARY:
      case UNLOGGED:
      case STRICT:
        return selects && before == Keyword.INTO && nameMayFollow(lexer);
      case TABLE:
        return before == Keyword.TRUNCATE ? lookahead.isWordOrName() : nameMayFollow(lexer);
      case ONLY:
        return before != Keyword.INTO
            && (lookahead.type == TokenType.OPEN_PAREN || nameMayFollow(lexer));
      case IF:
        return lookahead.keyword == Keyword.EXISTS || lookahead.keyword == Keyword.NOT;
      case NOT:
        return before == Keyword.IF;
      case EXISTS:
        return before == Keyword.IF || before == Keyword.NOT;
      case NONE:
        return (before == Keyword.DELETE || isModifier(before))
            && lexer.currentIs("QUICK")
            && nameOrFromMayFollow(lexer)
            && dialect.couldBe(Dialect.MYSQL);
      default:
        return false;
    }
  }

  /** Whether the current word is a keyword before the name of a common table expression. */
  static boolean isKeywordBeforeExpression(Lexer lexer) {
    return lexer.current().keyword == Keyword.RECURSIVE
        && lexer.lookahead().keyword != Keyword.AS
        && lexer.lookahead().isWordOrName();
  }

  /** Whether a statement or a query may start after this token. */
  static boolean mayStartStatementAfter(Token previous) {
    return previous.type == TokenType.START
        || previous.type == TokenType.SEMICOLON
        || previous.type == TokenType.OPEN_PAREN
        || previous.keyword == Keyword.EXPLAIN
        || previous.keyword == Keyword.ANALYZE
        || previous.keyword == Keyword.BEGIN;
  }

  /** {@code FROM t} is a query on DuckDB and Hive. {@code TRIM(FROM x)} is not. */
  static boolean startsQueryWithFrom(Lexer lexer) {
    if (lexer.previous().type != TokenType.OPEN_PAREN) {
      return mayStartStatementAfter(lexer.previous());
    }
    switch (lexer.beforePrevious().keyword) {
      case AS:
      case IN:
      case EXISTS:
        return true;
      default:
        return false;
    }
  }

  /** Whether UPDATE after this token is a verb, not a part of {@code FOR UPDATE} and the like. */
  static boolean isUpdateVerb(Token previous) {
    switch (previous.keyword) {
      case FOR:
      case ON:
      case DO:
      case KEY:
      case THEN:
      case OF:
      case OR:
      case NO:
      case BEFORE:
      case AFTER:
      case INSTEAD:
      case KEEP:
        return false;
      default:
        return true;
    }
  }

  /** Whether a name must follow this token immediately. */
  private static boolean introducesName(Token previous) {
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
        return previous.type == TokenType.COMMA;
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

  /** Conflict clauses of SQLite, as in {@code INSERT OR IGNORE}. */
  private static boolean isConflictClause(Keyword keyword) {
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

  private static boolean mayTakeModifier(Keyword before) {
    return isVerb(before) || isModifier(before) || before == Keyword.OR;
  }

  /** Whether a name can come next, or the FROM of a DELETE. */
  private static boolean nameOrFromMayFollow(Lexer lexer) {
    return nameMayFollow(lexer)
        || (lexer.lookahead().keyword == Keyword.FROM
            && lexer.current().keyword != Keyword.OVERWRITE);
  }

  /** Whether a name can come next: not before a keyword that only follows a table name. */
  private static boolean nameMayFollow(Lexer lexer) {
    Token lookahead = lexer.lookahead();
    switch (lookahead.keyword) {
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
        return !lexer.lookaheadIsOneOf(" LEFT RIGHT INNER CROSS NATURAL FULL DEFAULT OUTPUT ADD ");
      default:
        return lookahead.isWordOrName();
    }
  }
}
