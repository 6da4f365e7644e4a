package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import org.jspecify.annotations.Nullable;

/** Classifies a text by the first words of its statements, and detects row locks. */
final class StatementClassifier {
  private final Dialect dialect;

  /** The kind of the current statement; null before its first word. */
  private @Nullable StatementKind current;

  private @Nullable StatementKind first;
  private @Nullable StatementKind main;
  private boolean mainVerbPending;
  private boolean setTargetPending;
  private boolean betweenOpen;
  private boolean betweenClosed;
  private boolean forUpdate;
  private boolean usesSequence;
  private boolean hasApplicationName;

  StatementClassifier(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Whether the statement so far is CREATE, ALTER, DROP or the like. */
  boolean inSchemaChange() {
    return current == StatementKind.DDL;
  }

  /** The kind of the current statement; null before its first word. */
  @Nullable StatementKind current() {
    return current;
  }

  /** Whether the last AND belongs to a BETWEEN. */
  boolean betweenClosed() {
    return betweenClosed;
  }

  boolean forUpdate() {
    return forUpdate;
  }

  /** Consumes the current token; {@code table} if it is part of a table name. */
  void accept(Lexer lexer, int depth, boolean table) {
    Token token = lexer.current();
    if (token.type == TokenType.SEMICOLON) {
      endStatement();
      return;
    }
    if (token.type != TokenType.WORD && token.type != TokenType.QUOTED_NAME) {
      return;
    }
    if (mainVerbPending && depth == 0) {
      acceptMainVerb(token.keyword);
    } else if (current == null) {
      classify(token, lexer);
    } else if (setTargetPending) {
      acceptSetTarget(token.keyword);
    }
    inspect(token, lexer, table);
  }

  /** The kind of the whole text. */
  StatementKind kind(TableExtractor tables) {
    endStatement();
    StatementKind kind = main != null ? main : first != null ? first : StatementKind.OTHER;
    switch (kind) {
      case SELECT:
      case CALL:
        return isHousekeeping(kind, tables) ? StatementKind.INFRASTRUCTURE : kind;
      case INSERT:
      case UPDATE:
      case DELETE:
        return tables.hasOnlySystemTables() ? StatementKind.INFRASTRUCTURE : kind;
      default:
        return kind;
    }
  }

  private boolean isHousekeeping(StatementKind kind, TableExtractor tables) {
    if (tables.isEmpty()) {
      return usesSequence || (kind == StatementKind.SELECT && !hasApplicationName);
    }
    return tables.hasOnlySystemTables();
  }

  private void endStatement() {
    if (current == null) {
      return;
    }
    if (first == null) {
      first = current;
    }
    boolean isAuxiliary =
        current == StatementKind.TRANSACTION
            || current == StatementKind.INFRASTRUCTURE
            || current == StatementKind.OTHER;
    if (main == null && !isAuxiliary) {
      main = current;
    }
    current = null;
    mainVerbPending = false;
    setTargetPending = false;
    betweenOpen = false;
  }

  private void classify(Token token, Lexer lexer) {
    switch (token.keyword) {
      case SELECT:
      case VALUES:
      case TABLE:
        current = StatementKind.SELECT;
        return;
      case WITH:
      case FROM:
        // DuckDB's FROM t, and Hive's FROM t INSERT INTO u.
        current = StatementKind.SELECT;
        mainVerbPending = true;
        return;
      case INSERT:
      case REPLACE:
        current = StatementKind.INSERT;
        return;
      case UPDATE:
        current =
            isUpdateStatistics(lexer, dialect)
                ? StatementKind.INFRASTRUCTURE
                : StatementKind.UPDATE;
        return;
      case DELETE:
        current = StatementKind.DELETE;
        return;
      case MERGE:
      case UPSERT:
        current = StatementKind.MERGE;
        return;
      case CALL:
      case EXEC:
      case EXECUTE:
      case DO:
        current = StatementKind.CALL;
        return;
      case BEGIN:
        current =
            opensTransaction(lexer.lookahead()) ? StatementKind.TRANSACTION : StatementKind.CALL;
        return;
      case DECLARE:
        current = dialect == Dialect.ORACLE ? StatementKind.CALL : StatementKind.OTHER;
        return;
      case SET:
        current = StatementKind.INFRASTRUCTURE;
        setTargetPending = true;
        return;
      case ALTER:
        current =
            lexer.lookahead().keyword == Keyword.SESSION
                ? StatementKind.INFRASTRUCTURE
                : StatementKind.DDL;
        return;
      default:
        current = kindOfCommand(token.keyword);
    }
  }

  /** Whether it is {@code UPDATE STATISTICS t}, where STATISTICS is reserved. */
  static boolean isUpdateStatistics(Lexer lexer, Dialect dialect) {
    return dialect == Dialect.SQLSERVER && lexer.lookaheadIsOneOf(" STATISTICS ");
  }

  private static StatementKind kindOfCommand(Keyword keyword) {
    switch (keyword) {
      case COMMIT:
      case ROLLBACK:
      case SAVEPOINT:
      case RELEASE:
      case START:
      case ABORT:
      case END:
      case XA:
        return StatementKind.TRANSACTION;
      case CREATE:
      case DROP:
      case TRUNCATE:
      case RENAME:
      case COMMENT:
      case GRANT:
      case REVOKE:
      case REINDEX:
      case DENY:
        return StatementKind.DDL;
      case SHOW:
      case DESCRIBE:
      case DESC:
      case EXPLAIN:
      case PRAGMA:
      case ANALYZE:
      case VACUUM:
      case RESET:
      case USE:
      case DISCARD:
      case LISTEN:
      case NOTIFY:
      case UNLISTEN:
      case CHECKPOINT:
      case FLUSH:
      case LOCK:
      case UNLOCK:
      case KILL:
      case PREPARE:
      case DEALLOCATE:
        return StatementKind.INFRASTRUCTURE;
      default:
        return StatementKind.OTHER;
    }
  }

  private static boolean opensTransaction(Token lookahead) {
    switch (lookahead.keyword) {
      case TRANSACTION:
      case TRAN:
      case WORK:
      case ISOLATION:
      case READ:
      case DEFERRED:
      case IMMEDIATE:
      case EXCLUSIVE:
      case CONCURRENT:
      case NOT:
        return true;
      default:
        return lookahead.type == TokenType.END || lookahead.type == TokenType.SEMICOLON;
    }
  }

  private void acceptMainVerb(Keyword keyword) {
    switch (keyword) {
      case INSERT:
        current = StatementKind.INSERT;
        break;
      case UPDATE:
        current = StatementKind.UPDATE;
        break;
      case DELETE:
        current = StatementKind.DELETE;
        break;
      case MERGE:
        current = StatementKind.MERGE;
        break;
      case SELECT:
      case VALUES:
      case TABLE:
        break;
      default:
        return;
    }
    mainVerbPending = false;
  }

  private void acceptSetTarget(Keyword keyword) {
    switch (keyword) {
      case TRANSACTION:
      case AUTOCOMMIT:
      case CONSTRAINTS:
      case IMPLICIT_TRANSACTIONS:
      case CHARACTERISTICS:
        current = StatementKind.TRANSACTION;
        setTargetPending = false;
        return;
      default:
        // SET SESSION and SET LOCAL name their target in the third word.
        setTargetPending = keyword == Keyword.PLAIN || keyword == Keyword.SESSION;
    }
  }

  private void inspect(Token token, Lexer lexer, boolean table) {
    switch (token.rawKeyword) {
      case NEXTVAL:
      case CURRVAL:
      case SETVAL:
      case LASTVAL:
        usesSequence = true;
        return;
      default:
    }
    switch (token.keyword) {
      case VALUE:
        usesSequence |= lexer.previous().keyword == Keyword.NEXT;
        return;
      case FOR:
        forUpdate |= locksRows(lexer.lookahead().keyword);
        return;
      case LOCK:
        forUpdate |= lexer.lookahead().keyword == Keyword.IN;
        return;
      case UPDLOCK:
      case XLOCK:
        forUpdate = true;
        return;
      case BETWEEN:
        betweenOpen = true;
        return;
      case AND:
        betweenClosed = betweenOpen;
        betweenOpen = false;
        return;
      case FUNCTION:
        hasApplicationName |= lexer.lookahead().type == TokenType.OPEN_PAREN;
        return;
      case NONE:
        hasApplicationName |=
            (!table || lexer.lookahead().type == TokenType.OPEN_PAREN)
                && isApplicationName(token, lexer);
        return;
      default:
    }
  }

  private static boolean locksRows(Keyword keyword) {
    return keyword == Keyword.UPDATE
        || keyword == Keyword.SHARE
        || keyword == Keyword.NO
        || keyword == Keyword.KEY;
  }

  /** Whether a name is neither an alias nor a variable, so it comes from the application. */
  private static boolean isApplicationName(Token token, Lexer lexer) {
    Token before = lexer.previous();
    boolean alias =
        before.keyword == Keyword.AS || before.endsOperand() || before.type == TokenType.DOT;
    return !lexer.isVariable(token) && (!alias || lexer.lookahead().type == TokenType.OPEN_PAREN);
  }
}
