package io.rowcall.core.sql;

import io.rowcall.core.sql.TableExtractor.Expected;
import io.rowcall.core.sql.Token.TokenType;

/**
 * Tracker of the clauses of a text: which clause is open in each parenthesis, which name comes
 * next, and whether the rows of the result are limited. See {@link TableExtractor} for the
 * approach.
 */
final class ClauseTracker {
  private final Dialect dialect;
  private final StatementClassifier classifier;
  private final TableCollector tables;
  private final ClauseStack clauses = new ClauseStack();

  /** The first word of the statement. */
  private Keyword verb = Keyword.NONE;

  private boolean verbSeen;

  private Expected expected = Expected.NOTHING;

  /** The expectation to restore after TOP, and the depth of TOP. */
  private Expected afterTop = Expected.NOTHING;

  private int topDepth;

  /** After INDEX or TRIGGER, whose ON names a table. */
  private boolean inIndex;

  /** Whether common table expressions can refer to themselves. */
  private boolean recursive;

  private boolean hasLimit;

  ClauseTracker(Dialect dialect, StatementClassifier classifier, TableCollector tables) {
    this.dialect = dialect;
    this.classifier = classifier;
    this.tables = tables;
  }

  int depth() {
    return clauses.depth();
  }

  boolean hasLimit() {
    return hasLimit;
  }

  Expected expected() {
    return expected;
  }

  boolean expects(Expected role) {
    return expected == role;
  }

  void expectNothing() {
    expected = Expected.NOTHING;
  }

  /** Whether a name is expected, and the current word is a keyword that may precede it. */
  boolean isKeywordBeforeName(Lexer lexer) {
    switch (expected) {
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
    expected = Expected.NOTHING;
    inIndex = false;
    verbSeen = false;
    verb = Keyword.NONE;
  }

  void declareExpression(String name) {
    tables.ctes.declare(name, clauses.depth(), recursive);
  }

  void acceptValue(Lexer lexer) {
    hasLimit |= lexer.previous().keyword == Keyword.LIMIT && clauses.has(ClauseStack.RESULT);
    resumeAfterTop();
  }

  void acceptKeyword(Keyword keyword, Lexer lexer) {
    if (!verbSeen) {
      verbSeen = true;
      verb = keyword;
    }
    if (isGrant()) {
      return;
    }
    switch (keyword) {
      case SELECT:
        endExpressions();
        clauses.change(
            ClauseStack.FROM
                | ClauseStack.JOIN
                | ClauseStack.TARGETS
                | ClauseStack.VARIABLES
                | ClauseStack.LATERAL_VIEW,
            ClauseStack.QUERY | ClauseStack.SELECT);
        expected = Expected.NOTHING;
        return;
      case FROM:
        startFrom(lexer);
        return;
      case JOIN:
      case STRAIGHT_JOIN:
      case APPLY:
        if (clauses.has(ClauseStack.FROM | ClauseStack.TARGETS | ClauseStack.LATERAL_VIEW)) {
          clauses.change(
              ClauseStack.TARGETS | ClauseStack.LATERAL_VIEW, ClauseStack.JOIN | ClauseStack.FROM);
          expected = Expected.READ;
        }
        return;
      case ON:
        clauses.clear(ClauseStack.JOIN);
        expected = inIndex && classifier.inSchemaChange() ? Expected.WRITE : Expected.NOTHING;
        inIndex = false;
        return;
      case USING:
        startUsing();
        return;
      case INTO:
        startInto(lexer);
        return;
      case INSERT:
      case REPLACE:
        startInsert(lexer);
        return;
      case UPDATE:
        startUpdate(lexer);
        return;
      case DELETE:
        startDelete(lexer);
        return;
      case MERGE:
        endExpressions();
        expected = Expected.WRITE;
        clauses.change(
            ClauseStack.VARIABLES, ClauseStack.TARGETS | ClauseStack.INSERT | ClauseStack.MERGE);
        return;
      case UPSERT:
      case TRUNCATE:
        endExpressions();
        expected = Expected.WRITE;
        clauses.set(ClauseStack.TARGETS | ClauseStack.INSERT);
        return;
      case VIEW:
        if (lexer.previous().keyword == Keyword.LATERAL) {
          endFrom();
          clauses.set(ClauseStack.LATERAL_VIEW);
        }
        return;
      case TABLE:
        startTable(lexer);
        return;
      case INDEX:
      case TRIGGER:
        inIndex = true;
        return;
      case WITH:
        startWith(lexer);
        return;
      case TOP:
        afterTop = expected;
        topDepth = clauses.depth();
        expected = Expected.NOTHING;
        hasLimit |= clauses.has(ClauseStack.RESULT) && lexer.lookahead().startsOperand();
        return;
      case FETCH:
        Keyword next = lexer.lookahead().keyword;
        hasLimit |=
            clauses.has(ClauseStack.RESULT)
                && verb != Keyword.FETCH
                && (next == Keyword.FIRST || next == Keyword.NEXT);
        endFrom();
        clauses.set(ClauseStack.VARIABLES);
        return;
      case EXECUTE:
        clauses.set(ClauseStack.VARIABLES);
        return;
      case RETURNING:
        clauses.change(ClauseStack.TARGETS, ClauseStack.VARIABLES);
        endFrom();
        return;
      case ROWNUM:
        hasLimit |=
            clauses.has(ClauseStack.RESULT)
                && !clauses.has(ClauseStack.FROM | ClauseStack.TARGETS)
                && lexer.lookahead().type == TokenType.OPERATOR;
        return;
      case LIMIT:
        hasLimit |=
            clauses.has(ClauseStack.RESULT) && lexer.lookahead().type == TokenType.OPEN_PAREN;
        endFrom();
        return;
      case VALUES:
        endExpressions();
        endFrom();
        return;
      case SET:
      case WHERE:
      case GROUP:
      case ORDER:
      case HAVING:
      case UNION:
      case EXCEPT:
      case INTERSECT:
      case MINUS:
      case OFFSET:
      case WINDOW:
      case QUALIFY:
      case CONNECT:
      case FOR:
      case WHEN:
      case START:
        clauses.clear(ClauseStack.TARGETS);
        endFrom();
        return;
      case UNNEST:
      case DISTINCT:
        expected = Expected.NOTHING;
        return;
      case RECURSIVE:
        recursive = true;
        return;
      case PLAIN:
        if (verb == Keyword.RENAME && lexer.currentIs("TO")) {
          expected = Expected.WRITE;
        }
        return;
      default:
    }
  }

  private void endFrom() {
    clauses.clear(ClauseStack.FROM | ClauseStack.JOIN | ClauseStack.LATERAL_VIEW);
    expected = Expected.NOTHING;
  }

  private void startFrom(Lexer lexer) {
    Keyword before = lexer.previous().keyword;
    Keyword beforeThat = lexer.beforePrevious().keyword;
    boolean isDistinctFrom =
        before == Keyword.DISTINCT && (beforeThat == Keyword.IS || beforeThat == Keyword.NOT);
    if (isDistinctFrom
        || (!clauses.has(ClauseStack.QUERY) && !TablePosition.startsQueryWithFrom(lexer))) {
      return;
    }
    if (clauses.has(ClauseStack.DELETE)) {
      if (expected == Expected.WRITE) {
        return;
      }
      tables.written.markDeleteTargets();
    }
    clauses.change(ClauseStack.TARGETS | ClauseStack.DELETE, ClauseStack.QUERY | ClauseStack.FROM);
    expected = Expected.READ;
  }

  private void startUsing() {
    boolean namesSource =
        clauses.has(ClauseStack.MERGE | ClauseStack.DELETE) && !clauses.has(ClauseStack.JOIN);
    if (namesSource) {
      clauses.change(ClauseStack.TARGETS, ClauseStack.FROM | ClauseStack.QUERY);
      expected = Expected.READ;
    } else {
      clauses.clear(ClauseStack.JOIN);
      expected = Expected.NOTHING;
    }
  }

  private void startInto(Lexer lexer) {
    if (clauses.has(ClauseStack.VARIABLES)) {
      return;
    }
    boolean selectIntoCreatesTable =
        dialect.couldBe(Dialect.SQLSERVER) || dialect == Dialect.POSTGRESQL;
    if (!clauses.has(ClauseStack.SELECT)
        || clauses.has(ClauseStack.INSERT)
        || (selectIntoCreatesTable && !lexer.isVariable(lexer.lookahead()))) {
      expected = Expected.WRITE;
    }
  }

  private void startInsert(Lexer lexer) {
    boolean isVerb =
        lexer.current().keyword != Keyword.REPLACE
            || TablePosition.mayStartStatementAfter(lexer.previous());
    if (isVerb
        && lexer.previous().keyword != Keyword.THEN
        && lexer.lookahead().type != TokenType.OPEN_PAREN
        && !classifier.inSchemaChange()) {
      endExpressions();
      clauses.change(ClauseStack.VARIABLES, ClauseStack.INSERT);
      expected = Expected.WRITE;
    }
  }

  private void startUpdate(Lexer lexer) {
    if (!TablePosition.isUpdateVerb(lexer.previous())) {
      return;
    }
    boolean updatesStatistics =
        (classifier.current() == StatementKind.INFRASTRUCTURE && lexer.previous().isName())
            || StatementClassifier.isUpdateStatistics(lexer, dialect);
    if (!classifier.inSchemaChange() && !updatesStatistics) {
      endExpressions();
      clauses.change(ClauseStack.VARIABLES, ClauseStack.QUERY | ClauseStack.TARGETS);
      expected = Expected.WRITE;
    }
  }

  private void startDelete(Lexer lexer) {
    endExpressions();
    Keyword before = lexer.previous().keyword;
    if (before != Keyword.ON && before != Keyword.THEN && !classifier.inSchemaChange()) {
      clauses.change(
          ClauseStack.VARIABLES, ClauseStack.QUERY | ClauseStack.DELETE | ClauseStack.TARGETS);
      expected = Expected.WRITE;
      tables.written.startDelete(tables.read);
    }
  }

  /** Whether the keywords of the statement name privileges, and FROM names a user. */
  private boolean isGrant() {
    return verb == Keyword.GRANT || verb == Keyword.REVOKE || verb == Keyword.DENY;
  }

  private void startTable(Lexer lexer) {
    if (classifier.inSchemaChange()) {
      expected = Expected.WRITE;
      boolean takesList =
          verb == Keyword.DROP || verb == Keyword.TRUNCATE || verb == Keyword.RENAME;
      clauses.set(takesList ? ClauseStack.TARGETS : 0);
    } else if (TablePosition.mayStartStatementAfter(lexer.previous())) {
      expected = Expected.READ;
    } else if (lexer.lookahead().type == TokenType.OPEN_PAREN) {
      expected = Expected.NOTHING;
    }
  }

  private void startWith(Lexer lexer) {
    boolean inInsert =
        (clauses.flags() & (ClauseStack.INSERT | ClauseStack.SELECT)) == ClauseStack.INSERT
            && lexer.lookahead().isWordOrName();
    if (TablePosition.mayStartStatementAfter(lexer.previous())
        || inInsert
        || lexer.previous().keyword == Keyword.AS) {
      recursive = dialect.has(Dialect.Trait.SELF_REFERENCE);
      clauses.set(ClauseStack.EXPRESSIONS);
      expected = Expected.EXPRESSION;
    }
  }

  private void endExpressions() {
    if (clauses.has(ClauseStack.EXPRESSIONS)) {
      tables.ctes.complete(clauses.depth());
      clauses.clear(ClauseStack.EXPRESSIONS);
    }
  }

  void acceptComma() {
    if (clauses.has(ClauseStack.EXPRESSIONS)) {
      tables.ctes.complete(clauses.depth());
      expected = Expected.EXPRESSION;
    } else if (clauses.has(ClauseStack.FROM)) {
      clauses.clear(ClauseStack.JOIN);
      expected = Expected.READ;
    } else if (clauses.has(ClauseStack.TARGETS) && clauses.depth() == 0) {
      expected = Expected.WRITE;
    } else {
      expected = Expected.NOTHING;
    }
  }

  void open() {
    boolean derivedTable = expected == Expected.READ;
    boolean inTop = afterTop != Expected.NOTHING;
    if (!derivedTable && expected != Expected.WRITE) {
      expected = Expected.NOTHING;
    }
    boolean plainParenthesis =
        !clauses.has(ClauseStack.QUERY | ClauseStack.EXPRESSIONS | ClauseStack.INSERT) && !inTop;
    boolean result = clauses.has(ClauseStack.RESULT) && (derivedTable || plainParenthesis);
    clauses.push(
        (result ? ClauseStack.RESULT : 0)
            | (derivedTable ? ClauseStack.FROM | ClauseStack.QUERY : 0));
  }

  void close() {
    clauses.pop();
    tables.ctes.leaveTo(clauses.depth());
    resumeAfterTop();
  }

  /** Restores the expectation after {@code TOP 5} and {@code TOP (5)}. */
  private void resumeAfterTop() {
    expected = Expected.NOTHING;
    if (clauses.depth() == topDepth) {
      expected = afterTop;
      afterTop = Expected.NOTHING;
    }
  }
}
