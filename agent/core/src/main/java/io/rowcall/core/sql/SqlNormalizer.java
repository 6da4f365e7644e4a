package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements of SQL texts: {@link #normalize}.
 *
 * <p>One form for each statement:
 *
 * <ul>
 *   <li>A literal, a number with its sign, a parameter, TRUE, FALSE, and NULL outside {@code IS
 *       [NOT] NULL} and schema changes is {@code ?}.
 *   <li>In {@code IN (…)}, {@code ANY (…)}, {@code FIELD (…)}, {@code ARRAY[…]} and between the
 *       rows of {@code VALUES}, equal elements that follow each other are one: {@code IN (?)},
 *       {@code VALUES (?, ?)}. A row keeps its columns.
 *   <li>Keywords, types and well-known functions are in upper case, names as written; one space
 *       between tokens, none around dots and inside parentheses; comments and hints are left out,
 *       and so is the last semicolon.
 * </ul>
 */
public final class SqlNormalizer {
  private final String sql;
  private final Dialect dialect;
  private final TableNames tableNames;
  private final Lexer lexer;
  private final NormalizedWriter folding;
  private final TableExtractor tables;
  private final StatementClassifier kinds;
  private final PasswordMasker secrets;

  /** Whether double quotes hold a literal wherever one can stand. */
  private final boolean quotesLiterals;

  /** Whether double quotes hold a name where no literal can stand. */
  private boolean quotesNames;

  private boolean approximate;

  private SqlNormalizer(
      String sql, Dialect dialect, TableNames tableNames, boolean quotesNames, int opaqueFrom) {
    this.sql = sql;
    this.dialect = dialect;
    this.tableNames = tableNames;
    this.quotesLiterals = dialect.has(Dialect.Trait.DOUBLE_QUOTED_LITERALS) && !quotesNames;
    this.lexer = new Lexer(sql, dialect, quotesLiterals, opaqueFrom);
    this.folding = new NormalizedWriter(sql, tableNames);
    this.kinds = new StatementClassifier(dialect);
    this.tables = new TableExtractor(sql, dialect, kinds);
    this.secrets = new PasswordMasker(dialect);
  }

  /**
   * The statement of a text; null counts as empty. Never throws; linear in the length of the text.
   */
  public static NormalizedSql normalize(@Nullable String sql, @Nullable Dialect dialect) {
    return normalize(sql, dialect, TableNames.AS_WRITTEN);
  }

  /**
   * As {@link #normalize(String, Dialect)}, with a choice of what becomes of digits in the names of
   * tables.
   */
  public static NormalizedSql normalize(
      @Nullable String sql, @Nullable Dialect dialect, TableNames tableNames) {
    return scan(sql == null ? "" : sql, dialect == null ? Dialect.GENERIC : dialect, tableNames)
        .result();
  }

  /** A scanner that has come to the end of its text. */
  static SqlNormalizer scan(String sql, Dialect dialect, TableNames tableNames) {
    SqlNormalizer scanner = new SqlNormalizer(sql, dialect, tableNames, false, Lexer.NOWHERE);
    scanner.run();
    int ambiguousLiteralAt = scanner.lexer.ambiguousLiteralAt();
    if (ambiguousLiteralAt != Lexer.NOWHERE) {
      SqlNormalizer careful =
          new SqlNormalizer(sql, dialect, tableNames, false, ambiguousLiteralAt);
      careful.run();
      return careful;
    }
    if (scanner.quotesLiterals
        && scanner.quotesNames
        && !scanner.isUncertain()
        && sql.indexOf('\\') < 0) {
      // Only with ANSI_QUOTES does the text make sense, unless it does not then, either.
      SqlNormalizer ansi = new SqlNormalizer(sql, dialect, tableNames, true, Lexer.NOWHERE);
      ansi.run();
      return ansi.isUncertain() ? scanner : ansi;
    }
    return scanner;
  }

  private boolean isUncertain() {
    return approximate || lexer.approximate();
  }

  /** Characters looked at, for tests of linearity. */
  long visited() {
    return lexer.visited();
  }

  private void run() {
    while (lexer.advance()) {
      step(lexer.current());
    }
    folding.end();
  }

  private void step(Token token) {
    if (lexer.previous().hidden) {
      // A dot that belonged to a password did not make this a name.
      token.keyword = token.word;
    }
    if (secrets.hides(lexer)) {
      token.shape = TokenType.VALUE;
      token.keyword = Keyword.NONE;
    }
    settleKeyword(token);
    boolean question = token.shape == TokenType.QUESTION && token.end - token.start == 1;
    settleShape(token);
    settleOperator(token, question);
    boolean table = tables.see(lexer);
    kinds.see(lexer, tables.depth(), table);
    if (dialect.has(Dialect.Trait.DASHES_IN_TABLES) && tables.expectsName()) {
      lexer.joinDashes();
    } else if (dialect.has(Dialect.Trait.INLINE_DATA) && isFormatOfData(token)) {
      lexer.takeRest();
    }
    folding.write(token, lexer.ahead(), table && tableNames == TableNames.DIGITS_FOLDED);
  }

  /** {@code CSV} in {@code INSERT INTO t FORMAT CSV 1,x}. */
  private boolean isFormatOfData(Token token) {
    return token.shape == TokenType.WORD
        && lexer.previous().shape == TokenType.WORD
        && kinds.current() == StatementKind.INSERT
        && lexer.previousIs("FORMAT")
        && lexer.beforePrevious().endsOperand();
  }

  /** Words that are names here, and words that are values here. */
  private void settleKeyword(Token token) {
    if (token.shape != TokenType.WORD) {
      return;
    }
    TokenType next = lexer.ahead().shape;
    if (startsRows(token, next)) {
      token.keyword = Keyword.VALUES;
      token.spelling = "VALUES";
      return;
    }
    Keyword keyword = token.keyword;
    boolean function =
        keyword == Keyword.FUNCTION || keyword == Keyword.HOUSEKEEPING || keyword == Keyword.FIELD;
    if ((next == TokenType.DOT && !secrets.expected())
        || (function && next != TokenType.OPEN)
        || tables.takesAsName(lexer)) {
      token.keyword = Keyword.NONE;
    } else if (keyword == Keyword.NONE) {
      token.keyword = tables.isKeyword(lexer) ? Keyword.PLAIN : Keyword.NONE;
    } else if (keyword == Keyword.TRUE || keyword == Keyword.FALSE || keyword == Keyword.NULL) {
      boolean tested =
          lexer.previous().keyword == Keyword.IS
              || (lexer.previous().keyword == Keyword.NOT
                  && lexer.beforePrevious().keyword == Keyword.IS);
      boolean schema = keyword == Keyword.NULL && kinds.inSchemaChange();
      if (!tested && !schema) {
        token.shape = TokenType.VALUE;
        token.keyword = Keyword.NONE;
      }
    }
  }

  /** MySQL's {@code INSERT INTO t (a) VALUE (1), (2)} is its {@code VALUES}. */
  private boolean startsRows(Token token, TokenType next) {
    Token before = lexer.previous();
    return token.keyword == Keyword.VALUE
        && next == TokenType.OPEN
        && kinds.current() == StatementKind.INSERT
        && (before.shape == TokenType.CLOSE || before.isName());
  }

  /** Signs that mean one thing or the other. */
  private void settleShape(Token token) {
    switch (token.shape) {
      case DOUBLE_QUOTED:
        token.shape = isLiteral() ? TokenType.VALUE : TokenType.QUOTED;
        return;
      case DIGIT_WORD:
        if (lexer.previous().shape == TokenType.DOT
            ? lexer.previous().afterName && lexer.beforePrevious().shape != TokenType.VALUE
            : tables.expectsName()) {
          token.shape = TokenType.WORD;
        } else {
          token.shape = TokenType.VALUE;
          approximate |= hasLetter(token);
        }
        return;
      case QUESTION:
        token.shape = TokenType.VALUE;
        return;
      default:
    }
  }

  /**
   * A {@code ?} between two operands is the operator. A literal there would be written as one, and
   * read as the other again, so it is the operator, too.
   */
  private void settleOperator(Token token, boolean question) {
    if (token.shape == TokenType.VALUE
        && !token.hidden
        && dialect.has(Dialect.Trait.QUESTION_OPERATORS)
        && lexer.previous().endsOperand()
        && (question || lexer.previous().shape != TokenType.VALUE)
        && lexer.ahead().startsOperand()) {
      token.shape = TokenType.OPERATOR;
      token.spelling = "??";
    }
  }

  private boolean isLiteral() {
    Token before = lexer.previous();
    if (tables.expectsName() || before.shape == TokenType.DOT) {
      quotesNames = true;
      return false;
    }
    if (quotesLiterals) {
      return true;
    }
    if (lexer.ahead().shape == TokenType.DOT) {
      return false;
    }
    if (dialect.has(Dialect.Trait.DOUBTS_ALL)) {
      return true;
    }
    switch (before.keyword) {
      case LIKE:
      case BETWEEN:
      case THEN:
      case ELSE:
      case ESCAPE:
      case LIMIT:
      case IS:
        return true;
      case AND:
        return kinds.betweenClosed();
      case NOT:
        return lexer.beforePrevious().keyword == Keyword.IS;
      case PLAIN:
        return lexer.previousIs("GLOB")
            || lexer.previousIs("REGEXP")
            || lexer.previousIs("RLIKE")
            || lexer.previousIs("ILIKE");
      default:
        return before.shape == TokenType.OPERATOR
            || (before.shape == TokenType.OPEN
                && lexer.beforePrevious().shape == TokenType.OPERATOR)
            || (before.shape == TokenType.WORD && lexer.previousIs("MATCH"))
            || (folding.inList() && before.shape != TokenType.WORD);
    }
  }

  private boolean hasLetter(Token token) {
    for (int i = token.start; i < token.end; i++) {
      char c = sql.charAt(i);
      if (c != '_' && !SqlChars.isDigit(c)) {
        return true;
      }
    }
    return false;
  }

  private NormalizedSql result() {
    NormalizedText text = folding.text();
    return new NormalizedSql(
        text.toString(),
        text.id(),
        kinds.kind(tables),
        tables.read(),
        tables.written(),
        folding.listSize(),
        tables.hasLimit(),
        kinds.forUpdate(),
        isUncertain());
  }
}
