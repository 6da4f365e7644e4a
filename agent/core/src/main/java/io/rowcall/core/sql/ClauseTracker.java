package io.rowcall.core.sql;

import io.rowcall.core.sql.TableExtractor.Expected;

/**
 * Tracker of the clauses of a text: which clause is open in each parenthesis, which name comes
 * next, and whether the rows of the result are limited. {@link ClauseKeywords} follows the
 * keywords, this class the punctuation. See {@link TableExtractor} for the approach.
 */
final class ClauseTracker {
  private final Dialect dialect;
  private final TableCollector tables;
  private final ClauseStack clauses = new ClauseStack();
  private final ExpectedName expected = new ExpectedName();
  private final RowLimit limit = new RowLimit();
  private final ClauseKeywords keywords;

  ClauseTracker(Dialect dialect, StatementClassifier classifier, TableCollector tables) {
    this.dialect = dialect;
    this.tables = tables;
    this.keywords = new ClauseKeywords(dialect, classifier, tables, clauses, expected, limit);
  }

  int depth() {
    return clauses.depth();
  }

  boolean hasLimit() {
    return limit.isFound();
  }

  Expected expected() {
    return expected.role();
  }

  boolean expects(Expected role) {
    return expected.is(role);
  }

  void expectNothing() {
    expected.clear();
  }

  /** Whether a name is expected, and the current word is a keyword that may precede it. */
  boolean isKeywordBeforeName(Lexer lexer) {
    switch (expected.role()) {
      case READ:
        return TablePosition.isKeywordBeforeRead(lexer);
      case WRITE:
        return TablePosition.isKeywordBeforeWrite(
            lexer,
            (clauses.flags() & (ClauseStack.SELECT | ClauseStack.INSERT)) == ClauseStack.SELECT,
            dialect);
      case EXPRESSION:
        return TablePosition.isKeywordBeforeExpression(lexer);
      default:
        return false;
    }
  }

  void startStatement() {
    clauses.startStatement();
    keywords.startStatement();
    expected.clear();
  }

  void declareExpression(String name) {
    tables.ctes.declare(name, clauses.depth(), keywords.isRecursive());
  }

  void acceptKeyword(Keyword keyword, Lexer lexer) {
    keywords.accept(keyword, lexer);
  }

  void acceptValue(Lexer lexer) {
    limit.acceptValue(lexer, clauses);
    expected.resume(clauses.depth());
  }

  void acceptComma() {
    if (clauses.has(ClauseStack.EXPRESSIONS)) {
      tables.ctes.complete(clauses.depth());
      expected.set(Expected.EXPRESSION);
    } else if (clauses.has(ClauseStack.FROM)) {
      clauses.clear(ClauseStack.JOIN);
      expected.set(Expected.READ);
    } else if (clauses.has(ClauseStack.TARGETS) && clauses.depth() == 0) {
      expected.set(Expected.WRITE);
    } else {
      expected.clear();
    }
  }

  void open() {
    boolean derivedTable = expected.is(Expected.READ);
    if (!derivedTable && !expected.is(Expected.WRITE)) {
      expected.clear();
    }
    boolean plainParenthesis =
        !clauses.has(ClauseStack.QUERY | ClauseStack.EXPRESSIONS | ClauseStack.INSERT)
            && !expected.isSuspended();
    boolean result = clauses.has(ClauseStack.RESULT) && (derivedTable || plainParenthesis);
    clauses.push(
        (result ? ClauseStack.RESULT : 0)
            | (derivedTable ? ClauseStack.FROM | ClauseStack.QUERY : 0));
  }

  void close() {
    clauses.pop();
    tables.ctes.leaveTo(clauses.depth());
    expected.resume(clauses.depth());
  }
}
