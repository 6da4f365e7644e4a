package io.rowcall.core.sql;

import io.rowcall.core.sql.Lexeme.Shape;
import java.util.Arrays;

/**
 * Watches clauses go by and tells which names are tables, which of them are written, and whether
 * rows are bounded.
 */
final class Tables {
  private static final int MAX_DEPTH = Folding.MAX_DEPTH;
  private static final int USUAL_DEPTH = 8;
  private static final int MAX_EXPRESSIONS = 64;

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

  private final String sql;
  private final Dialect dialect;
  private final Kinds kinds;

  private int depth;
  private int beyond;
  private int[] frames = new int[USUAL_DEPTH];

  private Expected expected = Expected.NOTHING;
  private Expected afterTop = Expected.NOTHING;
  private int topDepth;
  private boolean naming;
  private boolean qualified;
  private final StringBuilder name = new StringBuilder();
  private int aliasOf = -1;
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

  Tables(String sql, Dialect dialect, Kinds kinds) {
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

  /** Whether there are tables, all of them of the catalogue or of a migration tool. */
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
    if (expected == Expected.NOTHING || lexer.ahead().keyword == Keyword.TABLE) {
      return false;
    }
    switch (lexer.current().keyword) {
      case SELECT:
      case FROM:
      case WHERE:
      case SET:
      case VALUES:
      case WITH:
      case ON:
      case USING:
      case AS:
      case TABLE:
      case UNNEST:
      case LATERAL:
      case ONLY:
      case INTO:
      case TOP:
      case IF:
      case NOT:
      case EXISTS:
      case RECURSIVE:
      case UPDATE:
      case INSERT:
      case DELETE:
      case MERGE:
      case NONE:
      case FUNCTION:
      case DISTINCT:
      case ROW:
      case JOIN:
      case GROUP:
      case ORDER:
      case UNION:
      case PLAIN:
        return lexer.current().keyword == Keyword.PLAIN
            && lexer.ahead().shape != Shape.OPEN
            && !isModifier(lexer);
      case IGNORE:
      case LOW_PRIORITY:
      case HIGH_PRIORITY:
      case DELAYED:
      case OVERWRITE:
      case TEMP:
      case TEMPORARY:
      case UNLOGGED:
      case STRICT:
      case OR:
      case REPLACE:
      case ROLLBACK:
      case ABORT:
      case FAIL:
      case ALL:
      case FIRST:
        return !startsName(lexer.ahead());
      default:
        return true;
    }
  }

  /** {@code UPDATE GLOBAL t}: a word before the name. */
  private static boolean isModifier(Lexer lexer) {
    return startsName(lexer.ahead())
        && lexer.ahead().shape == Shape.WORD
        && lexer.ahead().keyword == Keyword.NONE
        && lexer.previous().keyword != Keyword.FROM
        && lexer.previous().keyword != Keyword.JOIN
        && lexer.previous().keyword != Keyword.UPDATE
        && lexer.previous().shape != Shape.COMMA;
  }

  private static boolean startsName(Lexeme lexeme) {
    return lexeme.shape == Shape.WORD
        || lexeme.shape == Shape.QUOTED
        || lexeme.shape == Shape.DOUBLE_QUOTED;
  }

  /** Takes note of the current lexeme; true when it belongs to the name of a table. */
  boolean see(Lexer lexer) {
    Lexeme lexeme = lexer.current();
    if (naming) {
      if (lexeme.shape == Shape.DOT) {
        appendDot();
        return false;
      }
      if (qualified && startsName(lexeme)) {
        return part(lexeme, lexer.ahead());
      }
      commit(lexer.ahead());
    }
    if (expected != Expected.NOTHING
        && lexeme.shape == Shape.WORD
        && lexer.ahead().keyword == Keyword.TABLE) {
      return false;
    }
    if (expected != Expected.NOTHING && lexeme.isName()) {
      name.setLength(0);
      return part(lexeme, lexer.ahead());
    }
    if (expected == Expected.READ && lexeme.keyword == Keyword.FUNCTION) {
      // FROM json_table('[1]', …): what stands in its parentheses is no table.
      expected = Expected.NOTHING;
    }
    boolean aliasFollows = alias(lexeme);
    if (!aliasFollows) {
      aliasOf = -1;
    }
    switch (lexeme.shape) {
      case WORD:
        keyword(lexeme.keyword, lexer);
        break;
      case OPEN:
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
  private boolean part(Lexeme lexeme, Lexeme ahead) {
    naming = true;
    qualified = false;
    if (name.length() <= 1024) {
      int end = Math.min(lexeme.end, lexeme.start + 512);
      if (lexeme.shape == Shape.WORD) {
        name.append(dialect.foldUnquoted(sql.substring(lexeme.start, end)));
      } else {
        int close = end == lexeme.end ? end - 1 : end;
        int open = sql.indexOf(sql.charAt(close) == ']' ? '[' : sql.charAt(close), lexeme.start);
        name.append(sql, Math.min(open < 0 ? lexeme.start + 1 : open + 1, close), close);
      }
    }
    if (ahead.shape != Shape.DOT) {
      commit(ahead);
    }
    return true;
  }

  private void commit(Lexeme ahead) {
    Expected as = expected;
    naming = false;
    expected = Expected.NOTHING;
    String table = name.toString();
    if (as == Expected.EXPRESSION) {
      addExpression(table);
    } else if (as == Expected.WRITE) {
      aliased = written;
      aliasOf = written.add(table);
    } else if (as == Expected.READ && ahead.shape != Shape.OPEN && !isExpression(table)) {
      aliased = read;
      aliasOf = read.add(table);
    }
  }

  private boolean alias(Lexeme lexeme) {
    if (aliasOf < 0) {
      return false;
    }
    if (lexeme.keyword == Keyword.AS) {
      return true;
    }
    if (lexeme.shape == Shape.WORD && lexeme.keyword == Keyword.NONE) {
      aliased.alias(
          aliasOf,
          dialect.foldUnquoted(
              sql.substring(lexeme.start, Math.min(lexeme.end, lexeme.start + 300))));
    }
    return false;
  }

  private void keyword(Keyword keyword, Lexer lexer) {
    int frame = frames[depth];
    switch (keyword) {
      case SELECT:
        endExpressions();
        frames[depth] = (frames[depth] & ~(FROM | JOIN | TARGETS)) | QUERY | SELECT;
        expected = Expected.NOTHING;
        return;
      case FROM:
        from(lexer);
        return;
      case JOIN:
      case STRAIGHT_JOIN:
      case APPLY:
        if ((frame & (FROM | TARGETS)) != 0) {
          frames[depth] = (frame | JOIN | FROM) & ~TARGETS;
          expected = Expected.READ;
        }
        return;
      case ON:
        frames[depth] &= ~JOIN;
        expected = indexed && kinds.current() == Kind.DDL ? Expected.WRITE : Expected.NOTHING;
        indexed = false;
        return;
      case USING:
        using();
        return;
      case INTO:
        into();
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
            && !isGrant()) {
          frames[depth] |= QUERY | DELETE | TARGETS;
          expected = Expected.WRITE;
        }
        return;
      case MERGE:
      case UPSERT:
      case TRUNCATE:
        endExpressions();
        expected = Expected.WRITE;
        frames[depth] |= TARGETS | INSERT;
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
                && (lexer.ahead().keyword == Keyword.FIRST
                    || lexer.ahead().keyword == Keyword.NEXT);
        endFrom();
        return;
      case ROWNUM:
        hasLimit |=
            (frame & RESULT) != 0
                && (frame & FROM) == 0
                && (frame & TARGETS) == 0
                && lexer.ahead().shape == Shape.OPERATOR;
        return;
      case LIMIT:
        hasLimit |= (frame & RESULT) != 0 && lexer.ahead().shape == Shape.OPEN;
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
      case RETURNING:
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
      default:
    }
  }

  private void endFrom() {
    frames[depth] &= ~(FROM | JOIN);
    expected = Expected.NOTHING;
  }

  private void from(Lexer lexer) {
    int frame = frames[depth];
    Keyword before = lexer.previous().keyword;
    Keyword beforeThat = lexer.beforePrevious().keyword;
    boolean comparison =
        before == Keyword.DISTINCT && (beforeThat == Keyword.IS || beforeThat == Keyword.NOT);
    if ((frame & QUERY) == 0 || comparison) {
      return;
    }
    if ((frame & DELETE) != 0 && expected == Expected.WRITE) {
      return;
    }
    frames[depth] = (frame | FROM) & ~(TARGETS | DELETE);
    expected = Expected.READ;
  }

  private void using() {
    int frame = frames[depth];
    boolean source =
        kinds.current() == Kind.MERGE || ((frame & DELETE) != 0 && (frame & JOIN) == 0);
    if (source) {
      frames[depth] = (frame | FROM | QUERY) & ~TARGETS;
      expected = Expected.READ;
    } else {
      frames[depth] &= ~JOIN;
      expected = Expected.NOTHING;
    }
  }

  private void into() {
    boolean query = (frames[depth] & SELECT) != 0;
    if (!query
        || (frames[depth] & INSERT) != 0
        || dialect == Dialect.SQLSERVER
        || dialect == Dialect.POSTGRESQL) {
      expected = Expected.WRITE;
    }
  }

  private void insert(Lexer lexer) {
    boolean replaces = lexer.current().keyword == Keyword.REPLACE;
    boolean starts = !replaces || isStart(lexer.previous());
    if (starts
        && lexer.previous().keyword != Keyword.THEN
        && lexer.ahead().shape != Shape.OPEN
        && !isGrant()) {
      endExpressions();
      frames[depth] |= INSERT;
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
    if (!isGrant()) {
      endExpressions();
      frames[depth] |= QUERY | TARGETS;
      expected = Expected.WRITE;
    }
  }

  private boolean isGrant() {
    return kinds.current() == Kind.DDL;
  }

  private void table(Lexer lexer) {
    if (kinds.current() == Kind.DDL) {
      expected = Expected.WRITE;
      frames[depth] |= TARGETS;
    } else if (isStart(lexer.previous())) {
      expected = Expected.READ;
    } else if (lexer.ahead().shape == Shape.OPEN) {
      expected = Expected.NOTHING;
    }
  }

  private static boolean isStart(Lexeme previous) {
    return previous.shape == Shape.START
        || previous.shape == Shape.SEMICOLON
        || previous.shape == Shape.OPEN
        || previous.keyword == Keyword.EXPLAIN
        || previous.keyword == Keyword.ANALYZE
        || previous.keyword == Keyword.BEGIN;
  }

  private void with(Lexer lexer) {
    boolean inInsert = (frames[depth] & (INSERT | SELECT)) == INSERT && startsName(lexer.ahead());
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
