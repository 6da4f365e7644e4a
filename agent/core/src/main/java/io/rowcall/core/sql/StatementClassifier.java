package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import org.jspecify.annotations.Nullable;

/** Tells the kind of a text from the first words of its statements, and which of them lock rows. */
final class StatementClassifier {
  private final Dialect dialect;

  /** The kind of the statement that is being read; null before its first word. */
  private @Nullable StatementKind current;

  private @Nullable StatementKind first;
  private @Nullable StatementKind main;
  private boolean withOpen;
  private boolean setOpen;
  private boolean betweenOpen;
  private boolean betweenClosed;
  private boolean forUpdate;
  private boolean sequence;
  private boolean unknownName;

  StatementClassifier(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Whether the statement so far is CREATE, ALTER, DROP or the like. */
  boolean inSchemaChange() {
    return current == StatementKind.DDL;
  }

  /** The kind of the statement that is being read, null before its first word. */
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

  /** Takes note of the current token; {@code table} when it belongs to the name of a table. */
  void see(Lexer lexer, int depth, boolean table) {
    Token token = lexer.current();
    if (token.shape == TokenType.SEMICOLON) {
      settle();
      return;
    }
    if (token.shape != TokenType.WORD && token.shape != TokenType.QUOTED) {
      return;
    }
    if (withOpen && depth == 0) {
      readMain(token.keyword);
    } else if (current == null) {
      begin(token, lexer);
    } else if (setOpen) {
      readSet(token.keyword);
    }
    notice(token, lexer, table);
  }

  /** The kind of the whole text. */
  StatementKind kind(TableExtractor tables) {
    settle();
    StatementKind kind = main != null ? main : first != null ? first : StatementKind.OTHER;
    switch (kind) {
      case SELECT:
      case CALL:
        return isHousekeeping(kind, tables) ? StatementKind.INFRASTRUCTURE : kind;
      case INSERT:
      case UPDATE:
      case DELETE:
        return tables.onlyOfTheSystem() ? StatementKind.INFRASTRUCTURE : kind;
      default:
        return kind;
    }
  }

  private boolean isHousekeeping(StatementKind kind, TableExtractor tables) {
    if (tables.none()) {
      return sequence || (kind == StatementKind.SELECT && !unknownName);
    }
    return tables.onlyOfTheSystem();
  }

  private void settle() {
    if (current == null) {
      return;
    }
    if (first == null) {
      first = current;
    }
    boolean minor =
        current == StatementKind.TRANSACTION
            || current == StatementKind.INFRASTRUCTURE
            || current == StatementKind.OTHER;
    if (main == null && !minor) {
      main = current;
    }
    current = null;
    withOpen = false;
    setOpen = false;
    betweenOpen = false;
  }

  private void begin(Token token, Lexer lexer) {
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
        withOpen = true;
        return;
      case INSERT:
      case REPLACE:
        current = StatementKind.INSERT;
        return;
      case UPDATE:
        current =
            isUpdateOfStatistics(lexer, dialect)
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
        current = opensTransaction(lexer.ahead()) ? StatementKind.TRANSACTION : StatementKind.CALL;
        return;
      case DECLARE:
        current = dialect == Dialect.ORACLE ? StatementKind.CALL : StatementKind.OTHER;
        return;
      case SET:
        current = StatementKind.INFRASTRUCTURE;
        setOpen = true;
        return;
      case ALTER:
        current =
            lexer.ahead().keyword == Keyword.SESSION
                ? StatementKind.INFRASTRUCTURE
                : StatementKind.DDL;
        return;
      default:
        current = ofCommand(token.keyword);
    }
  }

  /** {@code UPDATE STATISTICS t}, where that word is reserved. */
  static boolean isUpdateOfStatistics(Lexer lexer, Dialect dialect) {
    return dialect == Dialect.SQLSERVER && lexer.aheadIsOneOf(" STATISTICS ");
  }

  private static StatementKind ofCommand(Keyword keyword) {
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

  private static boolean opensTransaction(Token ahead) {
    switch (ahead.keyword) {
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
        return ahead.shape == TokenType.END || ahead.shape == TokenType.SEMICOLON;
    }
  }

  private void readMain(Keyword keyword) {
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
    withOpen = false;
  }

  private void readSet(Keyword keyword) {
    switch (keyword) {
      case TRANSACTION:
      case AUTOCOMMIT:
      case CONSTRAINTS:
      case IMPLICIT_TRANSACTIONS:
      case CHARACTERISTICS:
        current = StatementKind.TRANSACTION;
        setOpen = false;
        return;
      default:
        // SET SESSION and SET LOCAL say what they set in their third word.
        setOpen = keyword == Keyword.PLAIN || keyword == Keyword.SESSION;
    }
  }

  private void notice(Token token, Lexer lexer, boolean table) {
    switch (token.word) {
      case NEXTVAL:
      case CURRVAL:
      case SETVAL:
      case LASTVAL:
        sequence = true;
        return;
      default:
    }
    switch (token.keyword) {
      case VALUE:
        sequence |= lexer.previous().keyword == Keyword.NEXT;
        return;
      case FOR:
        forUpdate |= locksRows(lexer.ahead().keyword);
        return;
      case LOCK:
        forUpdate |= lexer.ahead().keyword == Keyword.IN;
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
        unknownName |= lexer.ahead().shape == TokenType.OPEN;
        return;
      case NONE:
        unknownName |= (!table || lexer.ahead().shape == TokenType.OPEN) && isUnknown(token, lexer);
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

  /** Neither alias nor variable: something of the application's. */
  private static boolean isUnknown(Token token, Lexer lexer) {
    Token before = lexer.previous();
    boolean alias =
        before.keyword == Keyword.AS || before.endsOperand() || before.shape == TokenType.DOT;
    return !lexer.isVariable(token) && (!alias || lexer.ahead().shape == TokenType.OPEN);
  }
}
