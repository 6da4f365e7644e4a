package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;

/**
 * Extracts the tables that a text reads and writes, and whether the rows of its result are limited.
 *
 * <p>It does not parse. It follows the clauses with two pieces of state, and takes a name for a
 * table only where the grammar of some database requires one:
 *
 * <ul>
 *   <li><b>Frames.</b> {@link ClauseStack} has one frame of flags per open parenthesis: which
 *       clause is open there, and whether its rows are rows of the result. A parenthesis opens a
 *       frame that inherits {@code RESULT} only as a derived table, and the closing one returns to
 *       the flags of the clause around it. So {@code FROM (SELECT … FROM a, b) x, c} is still in
 *       its FROM clause at the second comma, and {@code LIMIT} in a subquery of WHERE limits
 *       nothing.
 *   <li><b>Expectation.</b> After FROM, JOIN, INTO, UPDATE, …, and after a comma in the frame of
 *       such a clause, {@link ExpectedName} says what the next name is. Any token that is not that
 *       name ends the expectation, except for the keywords that may stand before it ({@link
 *       TablePosition}). A {@code TOP (5)} in between suspends it.
 * </ul>
 *
 * <p>A keyword changes the flags of the current frame and sets the expectation, nothing else; see
 * {@link ClauseKeywords}. That makes every text, however broken, a sequence of small steps: no
 * backtracking, no exception, one visit per token. Common table expressions are names that are not
 * tables: {@link CteScope} knows at which depth they are declared, and forgets them when that
 * parenthesis closes.
 */
final class TableExtractor {
  private final ClauseTracker clauses;
  private final TableCollector tables;

  TableExtractor(String sql, Dialect dialect, StatementClassifier classifier) {
    this.tables = new TableCollector(sql, dialect);
    this.clauses = new ClauseTracker(dialect, classifier, tables);
  }

  int depth() {
    return clauses.depth();
  }

  boolean hasLimit() {
    return clauses.hasLimit();
  }

  boolean isEmpty() {
    return tables.read.isEmpty() && tables.written.isEmpty();
  }

  /** Whether there are tables, and all belong to the catalog or to a migration tool. */
  boolean hasOnlySystemTables() {
    return !isEmpty() && tables.read.hasOnlySystemTables() && tables.written.hasOnlySystemTables();
  }

  String[] read() {
    return tables.read.toArray();
  }

  String[] written() {
    return tables.written.resolveAliases(tables.read);
  }

  /** Whether the next token must be the name of a table. */
  boolean expectsTable() {
    return clauses.expects(Expected.READ) || clauses.expects(Expected.WRITE);
  }

  /** Whether the current word is a name here although it is a keyword elsewhere. */
  boolean acceptsAsName(Lexer lexer) {
    return !clauses.expects(Expected.NOTHING) && !clauses.isKeywordBeforeName(lexer);
  }

  /** Whether a name is expected, and the current word is a keyword that may precede it. */
  boolean isKeywordBeforeName(Lexer lexer) {
    return clauses.isKeywordBeforeName(lexer);
  }

  /** Consumes the current token; true if it is part of a table name. */
  boolean accept(Lexer lexer) {
    Token token = lexer.current();
    if (tables.inName()) {
      if (token.type == TokenType.DOT) {
        tables.addDot();
        return false;
      }
      if (tables.afterDot() && token.isWordOrName()) {
        tables.addPart(token);
        endNameBefore(lexer.lookahead());
        return true;
      }
      endName(lexer.lookahead());
    }
    if (!clauses.expects(Expected.NOTHING) && token.isName()) {
      tables.startName(token);
      endNameBefore(lexer.lookahead());
      return true;
    }
    if (clauses.expects(Expected.READ) && token.keyword == Keyword.FUNCTION) {
      // FROM json_table('[1]', …): arguments are not tables.
      clauses.expectNothing();
    }
    tables.acceptAlias(token);
    switch (token.type) {
      case WORD:
        clauses.acceptKeyword(token.keyword, lexer);
        break;
      case OPEN_PAREN:
        tables.acceptHints(lexer);
        clauses.open();
        break;
      case CLOSE_PAREN:
        clauses.close();
        break;
      case COMMA:
        clauses.acceptComma();
        break;
      case SEMICOLON:
        clauses.startStatement();
        break;
      case VALUE:
        clauses.acceptValue(lexer);
        break;
      default:
        clauses.expectNothing();
    }
    return false;
  }

  /** Ends the current name, unless a dot continues it. */
  private void endNameBefore(Token lookahead) {
    if (lookahead.type != TokenType.DOT) {
      endName(lookahead);
    }
  }

  private void endName(Token lookahead) {
    switch (clauses.expected()) {
      case READ:
        tables.endReadTable(lookahead);
        break;
      case WRITE:
        tables.endWrittenTable(lookahead);
        break;
      case EXPRESSION:
        clauses.declareExpression(tables.endName());
        break;
      default:
        tables.endName();
    }
    clauses.expectNothing();
  }

  /** Role of the next name. */
  enum Expected {
    NOTHING,
    READ,
    WRITE,
    /** A common table expression. */
    EXPRESSION
  }
}
