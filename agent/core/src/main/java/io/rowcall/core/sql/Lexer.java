package io.rowcall.core.sql;

/**
 * Lexer of SQL text: a sliding window of four tokens, two behind the current one and one ahead.
 * Never rescans, except for the few characters that {@link #visited} counts twice.
 */
final class Lexer {
  /** A position that no text has. */
  static final int NO_POSITION = Integer.MAX_VALUE;

  private final String sql;
  private final TokenScanner scanner;

  private Token beforePrevious = new Token();
  private Token previous = new Token();
  private Token current = new Token();
  private Token lookahead = new Token();

  /**
   * @param doubleQuotedLiterals whether double quotes may hold a literal
   * @param opaqueFrom the position from which on the text is one value; {@link #NO_POSITION} for
   *     none
   */
  Lexer(String sql, Dialect dialect, boolean doubleQuotedLiterals, int opaqueFrom) {
    this.sql = sql;
    this.scanner = new TokenScanner(sql, dialect, doubleQuotedLiterals, opaqueFrom);
    scanner.scan(lookahead, current);
  }

  Token beforePrevious() {
    return beforePrevious;
  }

  Token previous() {
    return previous;
  }

  Token current() {
    return current;
  }

  Token lookahead() {
    return lookahead;
  }

  /** Moves on by one token; false at the end of the text. */
  boolean advance() {
    Token reused = beforePrevious;
    beforePrevious = previous;
    previous = current;
    current = lookahead;
    lookahead = reused;
    if (current.type == Token.TokenType.END) {
      lookahead.type = Token.TokenType.END;
      return false;
    }
    scanner.scan(lookahead, current);
    return true;
  }

  /** Whether a word is a variable of a session or a procedure, such as {@code @x}. */
  boolean isVariable(Token token) {
    return token.end > token.start && sql.charAt(token.start) == '@';
  }

  /** Whether the current token is this word, given in upper case. */
  boolean currentIs(String word) {
    return SqlChars.matches(word, sql, current.start, current.end);
  }

  /** Whether the previous token is this word, given in upper case. */
  boolean previousIs(String word) {
    return SqlChars.matches(word, sql, previous.start, previous.end);
  }

  /** Whether the next token is one of these words, in upper case, each between two spaces. */
  boolean lookaheadIsOneOf(String words) {
    int length = lookahead.end - lookahead.start;
    for (int i = words.indexOf(' ') + 1; i > 0; i = words.indexOf(' ', i) + 1) {
      if (words.startsWith(" ", i + length)
          && SqlChars.matches(words, i, length, sql, lookahead.start)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the current word names a password, such as {@code MASTER_PASSWORD}. */
  boolean currentNamesPassword() {
    return currentEndsWith("PASSWORD") || currentEndsWith("PASSPHRASE") || currentEndsWith("PWD");
  }

  private boolean currentEndsWith(String suffix) {
    int start = current.end - suffix.length();
    return start >= current.start && SqlChars.matches(suffix, sql, start, current.end);
  }

  /** Extends the next word by the words that dashes join to it. */
  void joinDashes() {
    scanner.joinDashes(lookahead);
  }

  /** Makes the rest of the text one value. */
  void skipRest() {
    scanner.skipRest(lookahead);
  }

  /** Whether unreadable text was replaced. */
  boolean approximate() {
    return scanner.approximate();
  }

  /**
   * The start of the first literal whose end depends on settings of the server, if a later quote
   * was unterminated. The literals after it may have been read inside out. {@link #NO_POSITION} if
   * there is none.
   */
  int ambiguousLiteralAt() {
    return scanner.ambiguousLiteralAt();
  }

  /** Number of characters visited; a character visited twice counts twice. */
  long visited() {
    return scanner.visited();
  }
}
