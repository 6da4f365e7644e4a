package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import org.jspecify.annotations.Nullable;

/**
 * Collector of the tables that {@link TableExtractor} locates: reads their qualified names and
 * aliases, and sorts them into read and written ones.
 */
final class TableCollector {
  private static final int MAX_ALIAS_CHARS = 300;

  /** Table hints of SQL Server, which no function takes as an argument. */
  private static final String HINTS =
      " NOLOCK READUNCOMMITTED READCOMMITTED READPAST HOLDLOCK ROWLOCK PAGLOCK TABLOCK TABLOCKX"
          + " UPDLOCK XLOCK NOWAIT SERIALIZABLE REPEATABLEREAD INDEX FORCESEEK NOEXPAND ";

  final TableSet read = new TableSet();
  final TableSet written = new TableSet();

  /** Names that are not tables. */
  final CteScope ctes = new CteScope();

  private final String sql;
  private final Dialect dialect;
  private final QualifiedName name;
  private boolean inName;

  /** Whether the last token of the name is a dot. */
  private boolean afterDot;

  /** The table that the next word may alias: an index of {@link #aliasedTables}, or -1. */
  private int aliasedTable = -1;

  private TableSet aliasedTables = read;

  /** A name before a parenthesis that is a table if hints follow: {@code FROM t (NOLOCK)}. */
  private @Nullable String hintedTable;

  TableCollector(String sql, Dialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
    this.name = new QualifiedName(sql, dialect);
  }

  boolean inName() {
    return inName;
  }

  boolean afterDot() {
    return afterDot;
  }

  void startName(Token part) {
    name.clear();
    addPart(part);
  }

  void addDot() {
    name.appendDot();
    afterDot = true;
  }

  void addPart(Token part) {
    inName = true;
    afterDot = false;
    name.append(part);
  }

  void endReadTable(Token lookahead) {
    String table = endName();
    boolean isCall = lookahead.type == TokenType.OPEN_PAREN;
    hintedTable = isCall && dialect == Dialect.SQLSERVER ? table : null;
    if (!isCall && !ctes.contains(table)) {
      addTable(read, table);
    }
  }

  /** {@code INTO OUTFILE 'x'} and {@code INSERT OVERWRITE DIRECTORY 'x'} name no table. */
  void endWrittenTable(Token lookahead) {
    String table = endName();
    if (lookahead.type != TokenType.VALUE) {
      addTable(written, table);
    }
  }

  /** Ends a name that is not a table. */
  String endName() {
    inName = false;
    hintedTable = null;
    return name.toString();
  }

  private void addTable(TableSet tables, String table) {
    aliasedTables = tables;
    aliasedTable = tables.add(table);
  }

  /** Takes AS or an alias after a table; anything else ends the wait for one. */
  void acceptAlias(Token token) {
    if (aliasedTable < 0 || token.keyword == Keyword.AS) {
      return;
    }
    if (token.type == TokenType.WORD && token.keyword == Keyword.NONE) {
      int end = Math.min(token.end, token.start + MAX_ALIAS_CHARS);
      aliasedTables.alias(aliasedTable, dialect.foldUnquoted(sql.substring(token.start, end)));
    }
    aliasedTable = -1;
  }

  /** Adds the name before the current parenthesis if the parenthesis holds table hints. */
  void acceptHints(Lexer lexer) {
    if (hintedTable != null && lexer.lookaheadIsOneOf(HINTS)) {
      read.add(hintedTable);
    }
  }
}
