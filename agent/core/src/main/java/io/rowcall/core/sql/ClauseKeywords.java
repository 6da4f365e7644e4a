package io.rowcall.core.sql;

import io.rowcall.core.sql.TableExtractor.Expected;
import io.rowcall.core.sql.Token.TokenType;

/**
 * Effect of keywords on the clauses of a text: each changes the flags of the current frame, and
 * sets the role of the next name. See {@link TableExtractor} for the approach.
 */
final class ClauseKeywords {
  private final Dialect dialect;
  private final StatementClassifier classifier;
  private final TableCollector tables;
  private final ClauseStack clauses;
  private final ExpectedName expected;
  private final RowLimit limit;

  /** The first word of the statement. */
  private Keyword verb = Keyword.NONE;

  private boolean verbSeen;

  /** After INDEX or TRIGGER, whose ON names a table. */
  private boolean inIndex;

  /** Whether common table expressions can refer to themselves. */
  private boolean recursive;

  ClauseKeywords(
      Dialect dialect,
      StatementClassifier classifier,
      TableCollector tables,
      ClauseStack clauses,
      ExpectedName expected,
      RowLimit limit) {
    this.dialect = dialect;
    this.classifier = classifier;
    this.tables = tables;
    this.clauses = clauses;
    this.expected = expected;
    this.limit = limit;
  }

  void startStatement() {
    inIndex = false;
    verbSeen = false;
    verb = Keyword.NONE;
  }

  /** Whether the common table expressions of the current WITH can refer to themselves. */
  boolean isRecursive() {
    return recursive;
  }

  void accept(Keyword keyword, Lexer lexer) {
    if (!verbSeen) {
      verbSeen = true;
      verb = keyword;
    }
    if (isGrant()) {
      return;
    }
    limit.acceptKeyword(keyword, verb, lexer, clauses);
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
        expected.clear();
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
          expected.set(Expected.READ);
        }
        return;
      case ON:
        clauses.clear(ClauseStack.JOIN);
        expected.set(inIndex && classifier.inSchemaChange() ? Expected.WRITE : Expected.NOTHING);
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
        expected.set(Expected.WRITE);
        clauses.change(
            ClauseStack.VARIABLES, ClauseStack.TARGETS | ClauseStack.INSERT | ClauseStack.MERGE);
        return;
      case UPSERT:
      case TRUNCATE:
        endExpressions();
        expected.set(Expected.WRITE);
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
        expected.suspend(clauses.depth());
        return;
      case FETCH:
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
      case VALUES:
        endExpressions();
        endFrom();
        return;
      case LIMIT:
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
        expected.clear();
        return;
      case RECURSIVE:
        recursive = true;
        return;
      case PLAIN:
        if (verb == Keyword.RENAME && lexer.currentIs("TO")) {
          expected.set(Expected.WRITE);
        }
        return;
      default:
    }
  }

  private void endFrom() {
    clauses.clear(ClauseStack.FROM | ClauseStack.JOIN | ClauseStack.LATERAL_VIEW);
    expected.clear();
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
      if (expected.is(Expected.WRITE)) {
        return;
      }
      tables.written.markDeleteTargets();
    }
    clauses.change(ClauseStack.TARGETS | ClauseStack.DELETE, ClauseStack.QUERY | ClauseStack.FROM);
    expected.set(Expected.READ);
  }

  private void startUsing() {
    boolean namesSource =
        clauses.has(ClauseStack.MERGE | ClauseStack.DELETE) && !clauses.has(ClauseStack.JOIN);
    if (namesSource) {
      clauses.change(ClauseStack.TARGETS, ClauseStack.FROM | ClauseStack.QUERY);
      expected.set(Expected.READ);
    } else {
      clauses.clear(ClauseStack.JOIN);
      expected.clear();
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
      expected.set(Expected.WRITE);
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
      expected.set(Expected.WRITE);
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
      expected.set(Expected.WRITE);
    }
  }

  private void startDelete(Lexer lexer) {
    endExpressions();
    Keyword before = lexer.previous().keyword;
    if (before != Keyword.ON && before != Keyword.THEN && !classifier.inSchemaChange()) {
      clauses.change(
          ClauseStack.VARIABLES, ClauseStack.QUERY | ClauseStack.DELETE | ClauseStack.TARGETS);
      expected.set(Expected.WRITE);
      tables.written.startDelete(tables.read);
    }
  }

  /** Whether the keywords of the statement name privileges, and FROM names a user. */
  private boolean isGrant() {
    return verb == Keyword.GRANT || verb == Keyword.REVOKE || verb == Keyword.DENY;
  }

  private void startTable(Lexer lexer) {
    if (classifier.inSchemaChange()) {
      expected.set(Expected.WRITE);
      boolean takesList =
          verb == Keyword.DROP || verb == Keyword.TRUNCATE || verb == Keyword.RENAME;
      clauses.set(takesList ? ClauseStack.TARGETS : 0);
    } else if (TablePosition.mayStartStatementAfter(lexer.previous())) {
      expected.set(Expected.READ);
    } else if (lexer.lookahead().type == TokenType.OPEN_PAREN) {
      expected.clear();
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
      expected.set(Expected.EXPRESSION);
    }
  }

  private void endExpressions() {
    if (clauses.has(ClauseStack.EXPRESSIONS)) {
      tables.ctes.complete(clauses.depth());
      clauses.clear(ClauseStack.EXPRESSIONS);
    }
  }
}
