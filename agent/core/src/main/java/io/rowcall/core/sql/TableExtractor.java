package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Watches clauses go by and tells which names are tables, which of them are written, and whether
 * rows are bounded.
 */
final class TableExtractor {
  private static final int MAX_DEPTH = NormalizedWriter.MAX_DEPTH;
  private static final int USUAL_DEPTH = 8;
  private static final int MAX_EXPRESSIONS = 64;

  /** What no argument of a function is. */
  private static final String HINTS =
      " NOLOCK READUNCOMMITTED READCOMMITTED READPAST HOLDLOCK ROWLOCK PAGLOCK TABLOCK TABLOCKX"
          + " UPDLOCK XLOCK NOWAIT SERIALIZABLE REPEATABLEREAD INDEX FORCESEEK NOEXPAND ";

  /** What a frame is in: a query, its FROM clause, … A bit each. */
  private static final int QUERY = 1;

  private static final int FROM = 1 << 1;

  /** A JOIN waits for its ON or USING. */
  private static final int JOIN = 1 << 2;

  /** Its rows are rows of the result: the text itself, and queries in FROM clauses of such. */
  private static final int RESULT = 1 << 3;

  /** The list of tables behind UPDATE, DELETE, DROP. */
  private static final int TARGETS = 1 << 4;

  private static final int DELETE = 1 << 5;
  private static final int INSERT = 1 << 6;

  /** The list behind WITH. */
  private static final int EXPRESSIONS = 1 << 7;

  private static final int SELECT = 1 << 8;
  private static final int MERGE = 1 << 9;

  /** Behind FETCH and RETURNING: what follows INTO are variables. */
  private static final int VARIABLES = 1 << 10;

  /** Behind LATERAL VIEW: a comma parts the names of its columns. */
  private static final int VIEWED = 1 << 11;

  private final String sql;
  private final Dialect dialect;
  private final StatementClassifier kinds;

  private int depth;
  private int beyond;
  private int[] frames = new int[USUAL_DEPTH];

  /** The first word of the statement. */
  private Keyword verb = Keyword.NONE;

  private boolean verbSeen;

  private Expected expected = Expected.NOTHING;
  private Expected afterTop = Expected.NOTHING;
  private int topDepth;
  private boolean naming;
  private boolean qualified;
  private final StringBuilder name = new StringBuilder();
  private int aliasOf = -1;

  /** What SQL Server may still read as a table: {@code FROM t (NOLOCK)}. */
  private @Nullable String hinted;

  private TableSet aliased;
  private boolean indexed;
  private boolean hasLimit;

  private final TableSet read = new TableSet();
  private final TableSet written = new TableSet();

  private String[] expressions = new String[0];
  private int[] expressionDepths = new int[0];
  private boolean[] expressionVisible = new boolean[0];
  private int expressionCount;
  private boolean recursive;

  TableExtractor(String sql, Dialect dialect, StatementClassifier kinds) {
    this.sql = sql;
    this.dialect = dialect;
    this.kinds = kinds;
    this.aliased = read;
    frames[0] = RESULT;
  }

  int depth() {
    return depth;
  }

  boolean hasLimit() {
    return hasLimit;
  }

  boolean none() {
    return read.isEmpty() && written.isEmpty();
  }

  /** Whether there are tables, all of them of the catalog or of a migration tool. */
  boolean onlyOfTheSystem() {
    return !none() && read.onlyOfTheSystem() && written.onlyOfTheSystem();
  }

  String[] read() {
    return read.toArray();
  }

  String[] written() {
    return written.resolved(read);
  }

  /** Whether a name of a table stands next. */
  boolean expectsName() {
    return expected == Expected.READ || expected == Expected.WRITE;
  }

  /** Whether the current word is a name although it is a keyword elsewhere. */
  boolean takesAsName(Lexer lexer) {
    return expected != Expected.NOTHING && !isKeyword(lexer);
  }

  /** Whether the current word stands where a name is expected, and is none. */
  boolean isKeyword(Lexer lexer) {
    switch (expected) {
      case READ:
        return TablePosition.isKeywordOfRead(lexer);
      case WRITE:
        return TablePosition.isKeywordOfWrite(
            lexer, (frames[depth] & (SELECT | INSERT)) == SELECT, dialect);
      case EXPRESSION:
        return TablePosition.isKeywordOfExpression(lexer);
      default:
        return false;
    }
  }

  /** Takes note of the current token; true when it belongs to the name of a table. */
  boolean see(Lexer lexer) {
    Token token = lexer.current();
    if (naming) {
      if (token.shape == TokenType.DOT) {
        appendDot();
        return false;
      }
      if (qualified && TablePosition.isWordOrName(token)) {
        return part(token, lexer.ahead());
      }
      commit(lexer.ahead());
    }
    if (expected != Expected.NOTHING && token.isName()) {
      name.setLength(0);
      return part(token, lexer.ahead());
    }
    if (expected == Expected.READ && token.keyword == Keyword.FUNCTION) {
      // FROM json_table('[1]', …): what stands in its parentheses is no table.
      expected = Expected.NOTHING;
    }
    boolean aliasFollows = alias(token);
    if (!aliasFollows) {
      aliasOf = -1;
    }
    switch (token.shape) {
      case WORD:
        keyword(token.keyword, lexer);
        break;
      case OPEN:
        if (hinted != null && lexer.aheadIsOneOf(HINTS)) {
          read.add(hinted);
        }
        open();
        break;
      case CLOSE:
        close();
        break;
      case COMMA:
        comma();
        break;
      case SEMICOLON:
        frames[depth] = depth == 0 ? RESULT : 0;
        expected = Expected.NOTHING;
        indexed = false;
        verbSeen = false;
        verb = Keyword.NONE;
        break;
      case VALUE:
        limit(lexer.previous().keyword);
        resume();
        break;
      default:
        expected = Expected.NOTHING;
    }
    return false;
  }

  private void appendDot() {
    if (name.length() <= 1024) {
      name.append('.');
    }
    qualified = true;
  }

  /** Adds a part to the name that is being read, and ends it if no dot follows. */
  private boolean part(Token token, Token ahead) {
    naming = true;
    qualified = false;
    if (name.length() <= 1024) {
      int end = Math.min(token.end, token.start + 512);
      if (token.shape == TokenType.WORD) {
        name.append(dialect.foldUnquoted(sql.substring(token.start, end)));
      } else {
        int close = end == token.end ? end - 1 : end;
        int open = sql.indexOf(sql.charAt(close) == ']' ? '[' : sql.charAt(close), token.start);
        name.append(sql, Math.min(open < 0 ? token.start + 1 : open + 1, close), close);
      }
    }
    if (ahead.shape != TokenType.DOT) {
      commit(ahead);
    }
    return true;
  }

  private void commit(Token ahead) {
    Expected as = expected;
    naming = false;
    expected = Expected.NOTHING;
    String table = name.toString();
    boolean mayBeHinted =
        as == Expected.READ && ahead.shape == TokenType.OPEN && dialect == Dialect.SQLSERVER;
    hinted = mayBeHinted ? table : null;
    if (as == Expected.EXPRESSION) {
      addExpression(table);
    } else if (as == Expected.WRITE && ahead.shape != TokenType.VALUE) {
      // INTO OUTFILE 'x' and INSERT OVERWRITE DIRECTORY 'x' name no table.
      aliased = written;
      aliasOf = written.add(table);
    } else if (as == Expected.READ && ahead.shape != TokenType.OPEN && !isExpression(table)) {
      aliased = read;
      aliasOf = read.add(table);
    }
  }

  private boolean alias(Token token) {
    if (aliasOf < 0) {
      return false;
    }
    if (token.keyword == Keyword.AS) {
      return true;
    }
    if (token.shape == TokenType.WORD && token.keyword == Keyword.NONE) {
      aliased.alias(
          aliasOf,
          dialect.foldUnquoted(sql.substring(token.start, Math.min(token.end, token.start + 300))));
    }
    return false;
  }

  private void keyword(Keyword keyword, Lexer lexer) {
    if (!verbSeen) {
      verbSeen = true;
      verb = keyword;
    }
    if (isGrant()) {
      return;
    }
    int frame = frames[depth];
    switch (keyword) {
      case SELECT:
        endExpressions();
        frames[depth] =
            (frames[depth] & ~(FROM | JOIN | TARGETS | VARIABLES | VIEWED)) | QUERY | SELECT;
        expected = Expected.NOTHING;
        return;
      case FROM:
        from(lexer);
        return;
      case JOIN:
      case STRAIGHT_JOIN:
      case APPLY:
        if ((frame & (FROM | TARGETS | VIEWED)) != 0) {
          frames[depth] = (frame | JOIN | FROM) & ~(TARGETS | VIEWED);
          expected = Expected.READ;
        }
        return;
      case ON:
        frames[depth] &= ~JOIN;
        expected =
            indexed && kinds.current() == StatementKind.DDL ? Expected.WRITE : Expected.NOTHING;
        indexed = false;
        return;
      case USING:
        using();
        return;
      case INTO:
        into(lexer);
        return;
      case INSERT:
      case REPLACE:
        insert(lexer);
        return;
      case UPDATE:
        update(lexer);
        return;
      case DELETE:
        endExpressions();
        if (lexer.previous().keyword != Keyword.ON
            && lexer.previous().keyword != Keyword.THEN
            && !inSchemaChange()) {
          frames[depth] = (frames[depth] & ~VARIABLES) | QUERY | DELETE | TARGETS;
          expected = Expected.WRITE;
          written.deletes(read);
        }
        return;
      case MERGE:
        endExpressions();
        expected = Expected.WRITE;
        frames[depth] = (frames[depth] & ~VARIABLES) | TARGETS | INSERT | MERGE;
        return;
      case UPSERT:
      case TRUNCATE:
        endExpressions();
        expected = Expected.WRITE;
        frames[depth] |= TARGETS | INSERT;
        return;
      case VIEW:
        if (lexer.previous().keyword == Keyword.LATERAL) {
          endFrom();
          frames[depth] |= VIEWED;
        }
        return;
      case TABLE:
        table(lexer);
        return;
      case INDEX:
      case TRIGGER:
        indexed = true;
        return;
      case WITH:
        with(lexer);
        return;
      case TOP:
        afterTop = expected;
        topDepth = depth;
        expected = Expected.NOTHING;
        hasLimit |= (frame & RESULT) != 0 && lexer.ahead().startsOperand();
        return;
      case FETCH:
        hasLimit |=
            (frame & RESULT) != 0
                && verb != Keyword.FETCH
                && (lexer.ahead().keyword == Keyword.FIRST
                    || lexer.ahead().keyword == Keyword.NEXT);
        endFrom();
        frames[depth] |= VARIABLES;
        return;
      case EXECUTE:
        frames[depth] |= VARIABLES;
        return;
      case RETURNING:
        frames[depth] = (frames[depth] & ~TARGETS) | VARIABLES;
        endFrom();
        return;
      case ROWNUM:
        hasLimit |=
            (frame & RESULT) != 0
                && (frame & FROM) == 0
                && (frame & TARGETS) == 0
                && lexer.ahead().shape == TokenType.OPERATOR;
        return;
      case LIMIT:
        hasLimit |= (frame & RESULT) != 0 && lexer.ahead().shape == TokenType.OPEN;
        endFrom();
        return;
      case SET:
        frames[depth] &= ~TARGETS;
        endFrom();
        return;
      case VALUES:
        endExpressions();
        endFrom();
        return;
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
        frames[depth] &= ~TARGETS;
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
    frames[depth] &= ~(FROM | JOIN | VIEWED);
    expected = Expected.NOTHING;
  }

  private void from(Lexer lexer) {
    int frame = frames[depth];
    Keyword before = lexer.previous().keyword;
    Keyword beforeThat = lexer.beforePrevious().keyword;
    boolean comparison =
        before == Keyword.DISTINCT && (beforeThat == Keyword.IS || beforeThat == Keyword.NOT);
    if (comparison || ((frame & QUERY) == 0 && !isFirst(lexer))) {
      return;
    }
    if ((frame & DELETE) != 0) {
      if (expected == Expected.WRITE) {
        return;
      }
      written.deletesFrom();
    }
    frame |= QUERY;
    frames[depth] = (frame | FROM) & ~(TARGETS | DELETE);
    expected = Expected.READ;
  }

  /** {@code FROM t}, a query of its own on DuckDB and Hive, and not {@code TRIM(FROM x)}. */
  private static boolean isFirst(Lexer lexer) {
    if (lexer.previous().shape != TokenType.OPEN) {
      return isStart(lexer.previous());
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

  private void using() {
    int frame = frames[depth];
    boolean source = (frame & (MERGE | DELETE)) != 0 && (frame & JOIN) == 0;
    if (source) {
      frames[depth] = (frame | FROM | QUERY) & ~TARGETS;
      expected = Expected.READ;
    } else {
      frames[depth] &= ~JOIN;
      expected = Expected.NOTHING;
    }
  }

  private void into(Lexer lexer) {
    int frame = frames[depth];
    if ((frame & VARIABLES) != 0) {
      return;
    }
    boolean copies = dialect.mayBe(Dialect.SQLSERVER) || dialect == Dialect.POSTGRESQL;
    if ((frame & SELECT) == 0
        || (frame & INSERT) != 0
        || (copies && !lexer.isVariable(lexer.ahead()))) {
      expected = Expected.WRITE;
    }
  }

  private void insert(Lexer lexer) {
    boolean replaces = lexer.current().keyword == Keyword.REPLACE;
    boolean starts = !replaces || isStart(lexer.previous());
    if (starts
        && lexer.previous().keyword != Keyword.THEN
        && lexer.ahead().shape != TokenType.OPEN
        && !inSchemaChange()) {
      endExpressions();
      frames[depth] = (frames[depth] & ~VARIABLES) | INSERT;
      expected = Expected.WRITE;
    }
  }

  private void update(Lexer lexer) {
    switch (lexer.previous().keyword) {
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
        return;
      default:
    }
    boolean statistics =
        (kinds.current() == StatementKind.INFRASTRUCTURE && lexer.previous().isName())
            || StatementClassifier.isUpdateOfStatistics(lexer, dialect);
    if (!inSchemaChange() && !statistics) {
      endExpressions();
      frames[depth] = (frames[depth] & ~VARIABLES) | QUERY | TARGETS;
      expected = Expected.WRITE;
    }
  }

  private boolean inSchemaChange() {
    return kinds.current() == StatementKind.DDL;
  }

  /** Whether the verbs of the statement are rights, and FROM tells whose they were. */
  private boolean isGrant() {
    return verb == Keyword.GRANT || verb == Keyword.REVOKE || verb == Keyword.DENY;
  }

  private void table(Lexer lexer) {
    if (inSchemaChange()) {
      expected = Expected.WRITE;
      boolean several = verb == Keyword.DROP || verb == Keyword.TRUNCATE || verb == Keyword.RENAME;
      frames[depth] |= several ? TARGETS : 0;
    } else if (isStart(lexer.previous())) {
      expected = Expected.READ;
    } else if (lexer.ahead().shape == TokenType.OPEN) {
      expected = Expected.NOTHING;
    }
  }

  private static boolean isStart(Token previous) {
    return previous.shape == TokenType.START
        || previous.shape == TokenType.SEMICOLON
        || previous.shape == TokenType.OPEN
        || previous.keyword == Keyword.EXPLAIN
        || previous.keyword == Keyword.ANALYZE
        || previous.keyword == Keyword.BEGIN;
  }

  private void with(Lexer lexer) {
    boolean inInsert =
        (frames[depth] & (INSERT | SELECT)) == INSERT && TablePosition.isWordOrName(lexer.ahead());
    if (isStart(lexer.previous()) || inInsert || lexer.previous().keyword == Keyword.AS) {
      recursive = dialect.has(Dialect.Trait.SELF_REFERENCE);
      frames[depth] |= EXPRESSIONS;
      expected = Expected.EXPRESSION;
    }
  }

  private void comma() {
    int frame = frames[depth];
    if ((frame & EXPRESSIONS) != 0) {
      showExpressions();
      expected = Expected.EXPRESSION;
    } else if ((frame & FROM) != 0) {
      frames[depth] &= ~JOIN;
      expected = Expected.READ;
    } else if ((frame & TARGETS) != 0 && depth == 0) {
      expected = Expected.WRITE;
    } else {
      expected = Expected.NOTHING;
    }
  }

  private void open() {
    boolean source = expected == Expected.READ;
    boolean target = expected == Expected.WRITE;
    boolean top = afterTop != Expected.NOTHING;
    int outer = frames[depth];
    if (!source && !target) {
      expected = Expected.NOTHING;
    }
    if (depth == MAX_DEPTH) {
      beyond++;
      return;
    }
    depth++;
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, Math.min(depth * 2, MAX_DEPTH + 1));
    }
    boolean result =
        (outer & RESULT) != 0
            && (source || ((outer & (QUERY | EXPRESSIONS | INSERT)) == 0 && !top));
    frames[depth] = (result ? RESULT : 0) | (source ? FROM | QUERY : 0);
  }

  private void close() {
    expected = Expected.NOTHING;
    if (beyond > 0) {
      beyond--;
    } else if (depth > 0) {
      depth--;
      while (expressionCount > 0 && expressionDepths[expressionCount - 1] > depth) {
        expressionCount--;
      }
    }
    resume();
  }

  /** The name behind {@code TOP 5} and {@code TOP (5)}. */
  private void resume() {
    expected = Expected.NOTHING;
    if (depth == topDepth) {
      expected = afterTop;
      afterTop = Expected.NOTHING;
    }
  }

  private void limit(Keyword before) {
    boolean bounds = before == Keyword.LIMIT;
    hasLimit |= bounds && (frames[depth] & RESULT) != 0;
  }

  private void addExpression(String expression) {
    if (expressionCount < MAX_EXPRESSIONS) {
      if (expressionCount == expressions.length) {
        int capacity = Math.max(4, expressionCount * 2);
        expressions = Arrays.copyOf(expressions, capacity);
        expressionDepths = Arrays.copyOf(expressionDepths, capacity);
        expressionVisible = Arrays.copyOf(expressionVisible, capacity);
      }
      expressions[expressionCount] = expression;
      expressionDepths[expressionCount] = depth;
      expressionVisible[expressionCount] = recursive;
      expressionCount++;
    }
  }

  private boolean isExpression(String table) {
    for (int i = 0; i < expressionCount; i++) {
      if (expressionVisible[i] && expressions[i].equalsIgnoreCase(table)) {
        return true;
      }
    }
    return false;
  }

  private void showExpressions() {
    for (int i = expressionCount - 1; i >= 0 && expressionDepths[i] == depth; i--) {
      expressionVisible[i] = true;
    }
  }

  private void endExpressions() {
    if ((frames[depth] & EXPRESSIONS) != 0) {
      showExpressions();
      frames[depth] &= ~EXPRESSIONS;
    }
  }

  /** What the next name is. */
  private enum Expected {
    NOTHING,
    READ,
    WRITE,
    /** A common table expression. */
    EXPRESSION
  }
}
