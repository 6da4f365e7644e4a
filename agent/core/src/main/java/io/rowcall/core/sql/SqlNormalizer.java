package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes SQL text, so that texts of the same statement become equal: {@link #normalize}.
 *
 * <p>The canonical form of a statement:
 *
 * <ul>
 *   <li>A literal, a number with its sign, a parameter, TRUE, FALSE, and NULL outside {@code IS
 *       [NOT] NULL} and schema changes become {@code ?}.
 *   <li>In {@code IN (…)}, {@code ANY (…)}, {@code FIELD (…)}, {@code ARRAY[…]} and between the
 *       rows of {@code VALUES}, equal elements in a row become one: {@code IN (?)}, {@code VALUES
 *       (?, ?)}. A row keeps its columns.
 *   <li>Keywords, types and well-known functions are in upper case, names as written. There is one
 *       space between tokens, none around dots and inside parentheses. Comments, hints and the last
 *       semicolon are dropped.
 * </ul>
 */
public final class SqlNormalizer {
  private final String sql;
  private final Dialect dialect;
  private final TableNames tableNames;
  private final Lexer lexer;
  private final NormalizedWriter writer;
  private final TableExtractor tables;
  private final StatementClassifier classifier;
  private final PasswordMasker passwords;

  /** Whether double quotes hold a literal wherever one is allowed. */
  private final boolean doubleQuotedLiterals;

  /** Whether double quotes hold a name somewhere, because no literal is allowed there. */
  private boolean doubleQuotedNames;

  private boolean approximate;

  private SqlNormalizer(
      String sql, Dialect dialect, TableNames tableNames, boolean ansiQuotes, int opaqueFrom) {
    this.sql = sql;
    this.dialect = dialect;
    this.tableNames = tableNames;
    this.doubleQuotedLiterals = dialect.has(Dialect.Trait.DOUBLE_QUOTED_LITERALS) && !ansiQuotes;
    this.lexer = new Lexer(sql, dialect, doubleQuotedLiterals, opaqueFrom);
    this.writer = new NormalizedWriter(sql, tableNames);
    this.classifier = new StatementClassifier(dialect);
    this.tables = new TableExtractor(sql, dialect, classifier);
    this.passwords = new PasswordMasker(dialect);
  }

  /** Normalizes a text; null counts as empty. Never throws. Takes time linear in its length. */
  public static NormalizedSql normalize(@Nullable String sql, @Nullable Dialect dialect) {
    return normalize(sql, dialect, TableNames.AS_WRITTEN);
  }

  /** Like {@link #normalize(String, Dialect)}, with a policy for digits in table names. */
  public static NormalizedSql normalize(
      @Nullable String sql, @Nullable Dialect dialect, TableNames tableNames) {
    return run(sql == null ? "" : sql, dialect == null ? Dialect.GENERIC : dialect, tableNames)
        .result();
  }

  /** A normalizer that has processed its text. */
  static SqlNormalizer run(String sql, Dialect dialect, TableNames tableNames) {
    SqlNormalizer normalizer =
        new SqlNormalizer(sql, dialect, tableNames, false, Lexer.NO_POSITION);
    normalizer.processAll();
    int ambiguousLiteralAt = normalizer.lexer.ambiguousLiteralAt();
    if (ambiguousLiteralAt != Lexer.NO_POSITION) {
      SqlNormalizer truncated =
          new SqlNormalizer(sql, dialect, tableNames, false, ambiguousLiteralAt);
      truncated.processAll();
      return truncated;
    }
    if (normalizer.doubleQuotedLiterals
        && normalizer.doubleQuotedNames
        && !normalizer.isApproximate()
        && sql.indexOf('\\') < 0) {
      // The text makes sense with ANSI_QUOTES only, unless it does not with them either.
      SqlNormalizer ansi = new SqlNormalizer(sql, dialect, tableNames, true, Lexer.NO_POSITION);
      ansi.processAll();
      return ansi.isApproximate() ? normalizer : ansi;
    }
    return normalizer;
  }

  private boolean isApproximate() {
    return approximate || lexer.approximate();
  }

  /** Number of characters visited, for tests of linearity. */
  long visited() {
    return lexer.visited();
  }

  private void processAll() {
    while (lexer.advance()) {
      process(lexer.current());
    }
    writer.end();
  }

  private void process(Token token) {
    if (lexer.previous().masked) {
      // The dot before it belongs to a password, so this is not a name.
      token.keyword = token.rawKeyword;
    }
    if (passwords.mask(lexer)) {
      token.type = TokenType.VALUE;
      token.keyword = Keyword.NONE;
    }
    resolveKeyword(token);
    boolean question = token.type == TokenType.QUESTION_MARK && token.end - token.start == 1;
    resolveType(token);
    resolveQuestionMark(token, question);
    boolean table = tables.accept(lexer);
    classifier.accept(lexer, tables.depth(), table);
    if (dialect.has(Dialect.Trait.DASHES_IN_TABLES) && tables.expectsTable()) {
      lexer.joinDashes();
    } else if (dialect.has(Dialect.Trait.INLINE_DATA) && startsInlineData(token)) {
      lexer.skipRest();
    }
    writer.write(token, lexer.lookahead(), table && tableNames == TableNames.DIGITS_FOLDED);
  }

  /** {@code CSV} in {@code INSERT INTO t FORMAT CSV 1,x}. */
  private boolean startsInlineData(Token token) {
    return token.type == TokenType.WORD
        && lexer.previous().type == TokenType.WORD
        && classifier.current() == StatementKind.INSERT
        && lexer.previousIs("FORMAT")
        && lexer.beforePrevious().endsOperand();
  }

  /** Resolves words that are names or values in this place. */
  private void resolveKeyword(Token token) {
    if (token.type != TokenType.WORD) {
      return;
    }
    TokenType next = lexer.lookahead().type;
    if (startsRows(token, next)) {
      token.keyword = Keyword.VALUES;
      token.replacement = "VALUES";
      return;
    }
    Keyword keyword = token.keyword;
    boolean function =
        keyword == Keyword.FUNCTION || keyword == Keyword.HOUSEKEEPING || keyword == Keyword.FIELD;
    if ((next == TokenType.DOT && !passwords.expected())
        || (function && next != TokenType.OPEN_PAREN)
        || tables.acceptsAsName(lexer)) {
      token.keyword = Keyword.NONE;
    } else if (keyword == Keyword.NONE) {
      token.keyword = tables.isKeywordBeforeName(lexer) ? Keyword.PLAIN : Keyword.NONE;
    } else if (keyword == Keyword.TRUE || keyword == Keyword.FALSE || keyword == Keyword.NULL) {
      boolean tested =
          lexer.previous().keyword == Keyword.IS
              || (lexer.previous().keyword == Keyword.NOT
                  && lexer.beforePrevious().keyword == Keyword.IS);
      boolean inSchema = keyword == Keyword.NULL && classifier.inSchemaChange();
      if (!tested && !inSchema) {
        token.type = TokenType.VALUE;
        token.keyword = Keyword.NONE;
      }
    }
  }

  /** Whether it is the {@code VALUE} of MySQL's {@code INSERT INTO t (a) VALUE (1), (2)}. */
  private boolean startsRows(Token token, TokenType next) {
    Token before = lexer.previous();
    return token.keyword == Keyword.VALUE
        && next == TokenType.OPEN_PAREN
        && classifier.current() == StatementKind.INSERT
        && (before.type == TokenType.CLOSE_PAREN || before.isName());
  }

  /** Resolves tokens whose type depends on the context. */
  private void resolveType(Token token) {
    switch (token.type) {
      case DOUBLE_QUOTED:
        token.type = isLiteral() ? TokenType.VALUE : TokenType.QUOTED_NAME;
        return;
      case DIGIT_WORD:
        if (lexer.previous().type == TokenType.DOT
            ? lexer.previous().afterName && lexer.beforePrevious().type != TokenType.VALUE
            : tables.expectsTable()) {
          token.type = TokenType.WORD;
        } else {
          token.type = TokenType.VALUE;
          approximate |= hasLetter(token);
        }
        return;
      case QUESTION_MARK:
        token.type = TokenType.VALUE;
        return;
      default:
    }
  }

  /**
   * Resolves a {@code ?} between two operands to the operator. A literal there would be written as
   * {@code ?} and be read as the operator again, so it becomes the operator as well.
   */
  private void resolveQuestionMark(Token token, boolean question) {
    if (token.type == TokenType.VALUE
        && !token.masked
        && dialect.has(Dialect.Trait.QUESTION_OPERATORS)
        && lexer.previous().endsOperand()
        && (question || lexer.previous().type != TokenType.VALUE)
        && lexer.lookahead().startsOperand()) {
      token.type = TokenType.OPERATOR;
      token.replacement = "??";
    }
  }

  private boolean isLiteral() {
    Token before = lexer.previous();
    if (tables.expectsTable() || before.type == TokenType.DOT) {
      doubleQuotedNames = true;
      return false;
    }
    if (doubleQuotedLiterals) {
      return true;
    }
    if (lexer.lookahead().type == TokenType.DOT) {
      return false;
    }
    if (dialect.has(Dialect.Trait.ANY_DATABASE)) {
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
        return classifier.betweenClosed();
      case NOT:
        return lexer.beforePrevious().keyword == Keyword.IS;
      case PLAIN:
        return lexer.previousIs("GLOB")
            || lexer.previousIs("REGEXP")
            || lexer.previousIs("RLIKE")
            || lexer.previousIs("ILIKE");
      default:
        return before.type == TokenType.OPERATOR
            || (before.type == TokenType.OPEN_PAREN
                && lexer.beforePrevious().type == TokenType.OPERATOR)
            || (before.type == TokenType.WORD && lexer.previousIs("MATCH"))
            || (writer.inList() && before.type != TokenType.WORD);
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
    NormalizedText text = writer.text();
    return new NormalizedSql(
        text.toString(),
        text.id(),
        classifier.kind(tables),
        tables.read(),
        tables.written(),
        writer.listSize(),
        tables.hasLimit(),
        classifier.forUpdate(),
        isApproximate());
  }
}
