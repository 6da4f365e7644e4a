package io.rowcall.core.sql;

import io.rowcall.core.sql.Lexeme.Shape;
import org.jspecify.annotations.Nullable;

/** Tells the kind of a text from the first words of its statements, and which of them lock rows. */
final class Kinds {
  private final Dialect dialect;

  /** The kind of the statement that is being read; null before its first word. */
  private @Nullable Kind current;

  private @Nullable Kind first;
  private @Nullable Kind main;
  private boolean withOpen;
  private boolean setOpen;
  private boolean betweenOpen;
  private boolean betweenClosed;
  private boolean forUpdate;
  private boolean sequence;
  private boolean unknownName;

  Kinds(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Whether the statement so far is CREATE, ALTER, DROP or the like. */
  boolean inSchemaChange() {
    return current == Kind.DDL;
  }

  /** The kind of the statement that is being read, null before its first word. */
  @Nullable Kind current() {
    return current;
  }

  /** Whether the last AND belongs to a BETWEEN. */
  boolean betweenClosed() {
    return betweenClosed;
  }

  boolean forUpdate() {
    return forUpdate;
  }

  /** Takes note of the current lexeme; {@code table} when it belongs to the name of a table. */
  void see(Lexer lexer, int depth, boolean table) {
    Lexeme lexeme = lexer.current();
    if (lexeme.shape == Shape.SEMICOLON) {
      settle();
      return;
    }
    if (lexeme.shape != Shape.WORD && lexeme.shape != Shape.QUOTED) {
      return;
    }
    if (withOpen && depth == 0) {
      readMain(lexeme.keyword);
    } else if (current == null) {
      begin(lexeme, lexer);
    } else if (setOpen) {
      readSet(lexeme.keyword);
    }
    notice(lexeme, lexer, table);
  }

  /** The kind of the whole text. */
  Kind kind(Tables tables) {
    settle();
    Kind kind = main != null ? main : first != null ? first : Kind.OTHER;
    switch (kind) {
      case SELECT:
      case CALL:
        return isHousekeeping(kind, tables) ? Kind.INFRASTRUCTURE : kind;
      case INSERT:
      case UPDATE:
      case DELETE:
        return tables.onlyOfTheSystem() ? Kind.INFRASTRUCTURE : kind;
      default:
        return kind;
    }
  }

  private boolean isHousekeeping(Kind kind, Tables tables) {
    if (tables.none()) {
      return sequence || (kind == Kind.SELECT && !unknownName);
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
        current == Kind.TRANSACTION || current == Kind.INFRASTRUCTURE || current == Kind.OTHER;
    if (main == null && !minor) {
      main = current;
    }
    current = null;
    withOpen = false;
    setOpen = false;
    betweenOpen = false;
  }

  private void begin(Lexeme lexeme, Lexer lexer) {
    switch (lexeme.keyword) {
      case SELECT:
      case VALUES:
      case TABLE:
        current = Kind.SELECT;
        return;
      case WITH:
      case FROM:
        // DuckDB's FROM t, and Hive's FROM t INSERT INTO u.
        current = Kind.SELECT;
        withOpen = true;
        return;
      case INSERT:
      case REPLACE:
        current = Kind.INSERT;
        return;
      case UPDATE:
        current = isUpdateOfStatistics(lexer, dialect) ? Kind.INFRASTRUCTURE : Kind.UPDATE;
        return;
      case DELETE:
        current = Kind.DELETE;
        return;
      case MERGE:
      case UPSERT:
        current = Kind.MERGE;
        return;
      case CALL:
      case EXEC:
      case EXECUTE:
      case DO:
        current = Kind.CALL;
        return;
      case BEGIN:
        current = opensTransaction(lexer.ahead()) ? Kind.TRANSACTION : Kind.CALL;
        return;
      case DECLARE:
        current = dialect == Dialect.ORACLE ? Kind.CALL : Kind.OTHER;
        return;
      case SET:
        current = Kind.INFRASTRUCTURE;
        setOpen = true;
        return;
      case ALTER:
        current = lexer.ahead().keyword == Keyword.SESSION ? Kind.INFRASTRUCTURE : Kind.DDL;
        return;
      default:
        current = ofCommand(lexeme.keyword);
    }
  }

  /** {@code UPDATE STATISTICS t}, where that word is reserved. */
  static boolean isUpdateOfStatistics(Lexer lexer, Dialect dialect) {
    return dialect == Dialect.SQLSERVER && lexer.aheadIsOneOf(" STATISTICS ");
  }

  private static Kind ofCommand(Keyword keyword) {
    switch (keyword) {
      case COMMIT:
      case ROLLBACK:
      case SAVEPOINT:
      case RELEASE:
      case START:
      case ABORT:
      case END:
      case XA:
        return Kind.TRANSACTION;
      case CREATE:
      case DROP:
      case TRUNCATE:
      case RENAME:
      case COMMENT:
      case GRANT:
      case REVOKE:
      case REINDEX:
      case DENY:
        return Kind.DDL;
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
        return Kind.INFRASTRUCTURE;
      default:
        return Kind.OTHER;
    }
  }

  private static boolean opensTransaction(Lexeme ahead) {
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
        return ahead.shape == Shape.END || ahead.shape == Shape.SEMICOLON;
    }
  }

  private void readMain(Keyword keyword) {
    switch (keyword) {
      case INSERT:
        current = Kind.INSERT;
        break;
      case UPDATE:
        current = Kind.UPDATE;
        break;
      case DELETE:
        current = Kind.DELETE;
        break;
      case MERGE:
        current = Kind.MERGE;
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
        current = Kind.TRANSACTION;
        setOpen = false;
        return;
      default:
        // SET SESSION and SET LOCAL say what they set in their third word.
        setOpen = keyword == Keyword.PLAIN || keyword == Keyword.SESSION;
    }
  }

  private void notice(Lexeme lexeme, Lexer lexer, boolean table) {
    switch (lexeme.word) {
      case NEXTVAL:
      case CURRVAL:
      case SETVAL:
      case LASTVAL:
        sequence = true;
        return;
      default:
    }
    switch (lexeme.keyword) {
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
        unknownName |= lexer.ahead().shape == Shape.OPEN;
        return;
      case NONE:
        unknownName |= (!table || lexer.ahead().shape == Shape.OPEN) && isUnknown(lexeme, lexer);
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
  private static boolean isUnknown(Lexeme lexeme, Lexer lexer) {
    Lexeme before = lexer.previous();
    boolean alias =
        before.keyword == Keyword.AS || before.endsOperand() || before.shape == Shape.DOT;
    return !lexer.isVariable(lexeme) && (!alias || lexer.ahead().shape == Shape.OPEN);
  }
}
