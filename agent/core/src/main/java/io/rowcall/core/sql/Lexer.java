package io.rowcall.core.sql;

import io.rowcall.core.sql.Dialect.Trait;
import io.rowcall.core.sql.Token.TokenType;

/**
 * Cuts a SQL text into tokens, one ahead of the reader. Never looks back; what does not end (a
 * quote, a comment) takes the rest of the text with it, as one value.
 */
final class Lexer {
  /** The position of the text's end when nothing is to be given up before it. */
  static final int NOWHERE = Integer.MAX_VALUE;

  private final String sql;
  private final int length;
  private final Dialect dialect;

  /** Whether double quotes may hold a literal. */
  private final boolean quotesLiterals;

  /** From here on, all is one value. */
  private final int opaqueFrom;

  private final QuoteScanner quotes;

  private int at;

  /** Up to where the line was looked through for quotes, and the square brackets. */
  private int lineCheckedTo;

  private int squareCheckedTo;
  private boolean executableComment;
  private boolean approximate;
  private boolean broken;

  private Token beforePrevious = new Token();
  private Token previous = new Token();
  private Token current = new Token();
  private Token ahead = new Token();

  Lexer(String sql, Dialect dialect, boolean quotesLiterals, int opaqueFrom) {
    this.sql = sql;
    this.length = sql.length();
    this.dialect = dialect;
    this.quotesLiterals = quotesLiterals;
    this.opaqueFrom = opaqueFrom;
    this.quotes = new QuoteScanner(sql, dialect);
    scan(ahead);
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

  Token ahead() {
    return ahead;
  }

  /** Whether a word is a variable of the session or a procedure, such as {@code @x}. */
  boolean isVariable(Token token) {
    return token.end > token.start && sql.charAt(token.start) == '@';
  }

  /** Whether the current word is this one, which is in upper case. */
  boolean currentIs(String word) {
    return Keyword.matches(word, sql, current.start, current.end);
  }

  /** Whether the next word is one of these, which are in upper case, each between two spaces. */
  boolean aheadIsOneOf(String words) {
    int length = ahead.end - ahead.start;
    for (int at = words.indexOf(' ') + 1; at > 0; at = words.indexOf(' ', at) + 1) {
      if (words.startsWith(" ", at + length)
          && Keyword.matches(words, at, length, sql, ahead.start)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the current word is one for a password, such as {@code MASTER_PASSWORD}. */
  boolean currentNamesPassword() {
    return currentEndsWith("PASSWORD") || currentEndsWith("PASSPHRASE") || currentEndsWith("PWD");
  }

  private boolean currentEndsWith(String end) {
    int start = current.end - end.length();
    return start >= current.start && Keyword.matches(end, sql, start, current.end);
  }

  boolean previousIs(String word) {
    return Keyword.matches(word, sql, previous.start, previous.end);
  }

  /** Makes the next word and the dashes that join others to it one name. */
  void joinDashes() {
    if (ahead.shape != TokenType.WORD) {
      return;
    }
    while (peek(0) == '-' && nameChars(at + 1) > 0) {
      at++;
      skipName();
      ahead.end = at;
      ahead.word = Keyword.NONE;
      ahead.keyword = Keyword.NONE;
    }
  }

  /** Makes all that follows one value. */
  void takeRest() {
    if (ahead.shape != TokenType.END && ahead.shape != TokenType.SEMICOLON) {
      ahead.shape = TokenType.VALUE;
      ahead.word = Keyword.NONE;
      ahead.keyword = Keyword.NONE;
      ahead.spelling = null;
      at = length;
      ahead.end = length;
    }
  }

  /** Whether something was replaced because it could not be read. */
  boolean approximate() {
    return approximate;
  }

  /**
   * Where the first literal stands whose end depends on the server's settings, if a later quote did
   * not end: then the literals between may have been read inside out. {@link #NOWHERE} if all is
   * well.
   */
  int ambiguousLiteralAt() {
    return broken ? quotes.firstDoubtful() : NOWHERE;
  }

  /** Characters looked at so far, those that were looked at twice counted twice. */
  long visited() {
    return at + quotes.lookedBack();
  }

  /** Moves on by one; false at the end. */
  boolean advance() {
    Token free = beforePrevious;
    beforePrevious = previous;
    previous = current;
    current = ahead;
    ahead = free;
    if (current.shape == TokenType.END) {
      ahead.shape = TokenType.END;
      return false;
    }
    scan(ahead);
    return true;
  }

  private void scan(Token token) {
    int from = at;
    boolean closed = skipBlanks();
    token.spaced = at > from;
    token.start = at;
    token.word = Keyword.NONE;
    token.keyword = Keyword.NONE;
    token.spelling = null;
    token.hidden = false;
    token.afterName =
        current.isName()
            || current.shape == TokenType.DOUBLE_QUOTED
            || current.shape == TokenType.DIGIT_WORD
            || current.shape == TokenType.CLOSE_SQUARE;
    if (!closed) {
      giveUp(token);
    } else if (at >= length) {
      token.shape = TokenType.END;
    } else if (at >= opaqueFrom) {
      giveUp(token);
    } else {
      token.shape = shapeOf(token, sql.charAt(at));
    }
    token.end = at;
  }

  private void giveUp(Token token) {
    at = length;
    approximate = true;
    token.shape = TokenType.VALUE;
  }

  private TokenType shapeOf(Token token, char c) {
    switch (c) {
      case '\'':
        return literal(at + 1, dialect.has(Trait.BACKSLASHES));
      case '"':
        return doubleQuoted();
      case '`':
        return name('`');
      case '(':
        return sign(TokenType.OPEN);
      case ')':
        return sign(TokenType.CLOSE);
      case '[':
        if (dialect.has(Trait.DOUBTS_ALL) && isDoubtfulSquare()) {
          giveUp(token);
          return TokenType.VALUE;
        }
        return dialect.has(Trait.SQUARE_NAMES) && current.keyword != Keyword.ARRAY
            ? name(']')
            : sign(TokenType.OPEN_SQUARE);
      case ']':
        return sign(TokenType.CLOSE_SQUARE);
      case '{':
        return sign(TokenType.OPEN_CURLY);
      case '}':
        return sign(TokenType.CLOSE_CURLY);
      case ',':
        return sign(TokenType.COMMA);
      case ';':
        return sign(TokenType.SEMICOLON);
      case '?':
        return question(token);
      case '.':
        // A digit behind "t." goes on with a name.
        return SqlChars.isDigit(peek(1)) && !(token.afterName && !token.spaced)
            ? number()
            : sign(TokenType.DOT);
      case '$':
        return dollar(token);
      case ':':
        return colon();
      case '@':
        return at(token);
      default:
        if (SqlChars.isHexDigit(c) && SqlChars.isUuid(sql, at) && current.shape != TokenType.DOT) {
          at += SqlChars.UUID_LENGTH;
          return TokenType.VALUE;
        }
        if (SqlChars.isDigit(c)) {
          return number();
        }
        if ((c < 128 && SqlChars.isNamePart(c)) || nameChars(at) > 0) {
          return word(token);
        }
        int operator = SqlChars.operatorLength(sql, at);
        if (operator > 0) {
          at += operator;
          return TokenType.OPERATOR;
        }
        at++;
        approximate = true;
        return TokenType.VALUE;
    }
  }

  private TokenType sign(TokenType shape) {
    at++;
    return shape;
  }

  private TokenType word(Token token) {
    int start = at;
    skipName();
    char next = peek(0);
    if (next == '\'' && SqlChars.isLiteralPrefix(sql, start, at)) {
      return prefixedLiteral(start);
    }
    if (next == '&' && at - start == 1 && (sql.charAt(start) | 0x20) == 'u') {
      if (peek(1) == '\'') {
        return literal(at + 2, false);
      }
      if (peek(1) == '"') {
        at++;
        TokenType shape = name('"');
        return shape == TokenType.QUOTED && dialect.has(Trait.DOUBTS_ALL)
            ? TokenType.DOUBLE_QUOTED
            : shape;
      }
    }
    token.word = Keyword.of(sql, start, at);
    token.keyword = current.shape == TokenType.DOT ? Keyword.NONE : token.word;
    return TokenType.WORD;
  }

  private TokenType prefixedLiteral(int start) {
    int letter = sql.charAt(at - 1) | 0x20;
    if (letter == 'q' && dialect.has(Trait.Q_QUOTES)) {
      return ended(quotes.endOfQ(at + 1));
    }
    boolean escapes =
        dialect.has(Trait.BACKSLASHES)
            || (letter == 'e' && at - start == 1 && dialect.has(Trait.E_STRINGS));
    return literal(at + 1, escapes);
  }

  private TokenType literal(int from, boolean escapes) {
    return ended(endOfLiteral(from, '\'', escapes));
  }

  private int endOfLiteral(int from, char quote, boolean escapes) {
    int triple =
        dialect.has(Trait.TRIPLE_QUOTES) || dialect.has(Trait.DOUBTS_ALL)
            ? quotes.endOfTriple(from, quote)
            : 0;
    if (triple != 0 && dialect.has(Trait.TRIPLE_QUOTES)) {
      return triple;
    }
    boolean afterEscape = quote == '\'' && current.keyword == Keyword.ESCAPE;
    int end = quotes.endOfLiteral(from, quote, escapes, afterEscape);
    return triple > 0 && triple != end ? -1 : end;
  }

  private TokenType doubleQuoted() {
    if (quotesLiterals || dialect.has(Trait.DOUBTS_ALL)) {
      ended(endOfLiteral(at + 1, '"', dialect.has(Trait.BACKSLASHES)));
      return broken ? TokenType.VALUE : TokenType.DOUBLE_QUOTED;
    }
    TokenType shape = name('"');
    return shape == TokenType.QUOTED && dialect.has(Trait.DOUBTS_DOUBLE_QUOTES)
        ? TokenType.DOUBLE_QUOTED
        : shape;
  }

  private TokenType name(char close) {
    int end = quotes.endOfName(at + 1, close);
    if (end > 1 && dialect.has(Trait.DOUBTS_ALL) && sql.charAt(end - 2) == '\\') {
      end = -1;
    }
    return ended(end) == TokenType.VALUE && broken ? TokenType.VALUE : TokenType.QUOTED;
  }

  /** Goes to the end of a quote; what has none is unreadable. */
  private TokenType ended(int end) {
    if (end < 0) {
      broken = true;
      approximate = true;
      at = length;
    } else {
      at = end;
    }
    return TokenType.VALUE;
  }

  private TokenType dollar(Token token) {
    char next = peek(1);
    boolean tags = dialect.has(Trait.DOLLAR_TAGS);
    if (next == '$' && (tags || dialect.has(Trait.DOLLAR_PAIRS))) {
      return ended(quotes.endOfDollars(at, at + 2));
    }
    if (SqlChars.isDigit(next)) {
      at++;
      number();
      return TokenType.VALUE;
    }
    int start = at;
    at++;
    skipName();
    if (tags) {
      int tagEnd = sql.indexOf('$', start + 1);
      if (tagEnd > start && tagEnd < at) {
        return ended(quotes.endOfDollars(start, tagEnd + 1));
      }
    }
    return dialect.has(Trait.DOLLAR_TAGS)
            || dialect.has(Trait.DOLLAR_PAIRS)
            || dialect.has(Trait.AT_PARAMETERS)
        ? TokenType.VALUE
        : TokenType.WORD;
  }

  private TokenType colon() {
    char next = peek(1);
    if (next == ':' || next == '=') {
      at += 2;
      return TokenType.OPERATOR;
    }
    at++;
    if (nameChars(at) > 0 || SqlChars.isDigit(next)) {
      skipName();
      return TokenType.VALUE;
    }
    return TokenType.OPERATOR;
  }

  private TokenType at(Token token) {
    boolean twice = peek(1) == '@';
    int start = at + (twice ? 2 : 1);
    if (start < length && nameChars(start) > 0) {
      if (dialect.has(Trait.AT_PARAMETERS)) {
        at = start;
        skipName();
        return TokenType.VALUE;
      }
      if (dialect.has(Trait.AT_VARIABLES) || dialect.has(Trait.AT_IN_NAMES)) {
        at = start;
        skipName();
        return TokenType.WORD;
      }
    }
    if (dialect.has(Trait.QUESTION_OPERATORS) && peek(1) == '?') {
      at += peek(2) == '?' ? 3 : 2;
      token.spelling = "@??";
      return TokenType.OPERATOR;
    }
    at += Math.max(1, SqlChars.operatorLength(sql, at));
    return TokenType.OPERATOR;
  }

  /** A parameter, or an operator of PostgreSQL, which JDBC writes with two question marks. */
  private TokenType question(Token token) {
    boolean escaped = peek(1) == '?';
    char next = peek(escaped ? 2 : 1);
    boolean twoSigns = (next == '|' || next == '&') && peek(escaped ? 3 : 2) != next;
    if (escaped || (twoSigns && dialect.has(Trait.QUESTION_OPERATORS) && current.endsOperand())) {
      at += (escaped ? 2 : 1) + (twoSigns ? 1 : 0);
      token.spelling = !twoSigns ? "??" : next == '|' ? "??|" : "??&";
      return TokenType.OPERATOR;
    }
    at++;
    while (SqlChars.isDigit(peek(0))) {
      at++;
    }
    return TokenType.QUESTION;
  }

  private TokenType number() {
    int start = at;
    boolean based = sql.charAt(at) == '0' && SqlChars.isBase(peek(1));
    boolean letters = false;
    boolean exponent = false;
    boolean underscore = false;
    char c = peek(0);
    while (at < length) {
      if (SqlChars.isDigit(c)) {
        at++;
      } else if (c == '.' && !letters && !underscore) {
        at++;
      } else if ((c | 0x20) == 'e'
          && !based
          && !letters
          && !exponent
          && SqlChars.isExponent(peek(1), peek(2))) {
        exponent = true;
        at += 2;
      } else {
        int chars = nameChars(at);
        if (chars == 0) {
          break;
        }
        boolean suffix = SqlChars.isSuffix(c) && nameChars(at + 1) == 0 && peek(1) != '.';
        underscore |= c == '_';
        letters |= c != '_' && !based && !suffix;
        at += chars;
      }
      c = peek(0);
    }
    boolean odd = letters || (underscore && !based);
    return odd && SqlChars.isDigit(sql.charAt(start)) ? TokenType.DIGIT_WORD : TokenType.VALUE;
  }

  private void skipName() {
    int to = at;
    while (to < length) {
      char c = sql.charAt(to);
      if (c < 128 && SqlChars.isNamePart(c)) {
        to++;
        continue;
      }
      int chars = nameChars(to);
      if (chars == 0) {
        break;
      }
      to += chars;
    }
    at = to;
  }

  /** How many characters of a name stand at a position: 0, 1, or 2 for a surrogate pair. */
  private int nameChars(int position) {
    if (position >= length) {
      return 0;
    }
    char c = sql.charAt(position);
    if (c < 128) {
      return SqlChars.isNamePart(c)
              || (c == '#' && dialect.has(Trait.HASH_IN_NAMES))
              || (c == '@' && dialect.has(Trait.AT_IN_NAMES))
          ? 1
          : 0;
    }
    if (Character.isSurrogate(c)) {
      boolean pair =
          Character.isHighSurrogate(c)
              && position + 1 < length
              && Character.isLowSurrogate(sql.charAt(position + 1));
      return pair ? 2 : 0;
    }
    return SqlChars.isBlank(c) ? 0 : 1;
  }

  /** The character so many places on, NUL behind the end. */
  private char peek(int places) {
    return at + places < length ? sql.charAt(at + places) : '\0';
  }

  /** Skips blanks and comments; false when a comment did not end. */
  private boolean skipBlanks() {
    while (at < length) {
      char c = sql.charAt(at);
      if (c > '/' && c < 0x7F) {
        return true;
      }
      if (SqlChars.isBlank(c)) {
        at++;
      } else if ((c == '-' && peek(1) == '-' && opensComment())
          || (c == '#' && dialect.has(Trait.HASH_COMMENTS))) {
        if (c == '-'
            && dialect.has(Trait.DOUBTS_ALL)
            && !SqlChars.isBlank(peek(2))
            && isDoubtfulLine()) {
          return false;
        }
        at = QuoteScanner.endOfLine(sql, at);
      } else if (c == '/' && peek(1) == '*') {
        int executable = dialect == Dialect.MYSQL ? QuoteScanner.executableComment(sql, at) : 0;
        if (executable > 0) {
          executableComment = true;
          at += executable;
        } else {
          int end = quotes.endOfComment(at + 2);
          at = end < 0 ? length : end;
          if (end < 0) {
            return false;
          }
        }
      } else if (c == '*' && executableComment && peek(1) == '/') {
        executableComment = false;
        at += 2;
      } else {
        return c != '#' || !dialect.has(Trait.DOUBTS_ALL) || !isDoubtfulLine();
      }
    }
    return true;
  }

  /** Whether it matters if the rest of the line is a comment. */
  private boolean isDoubtfulLine() {
    if (at < lineCheckedTo) {
      return false;
    }
    lineCheckedTo = QuoteScanner.endOfLine(sql, at);
    return quotes.hasQuote(at, lineCheckedTo) || sql.substring(at, lineCheckedTo).contains("/*");
  }

  /** Whether it matters if there is a name in the square brackets. */
  private boolean isDoubtfulSquare() {
    if (at < squareCheckedTo) {
      return false;
    }
    int close = sql.indexOf(']', at);
    squareCheckedTo = close < 0 ? length : close;
    return quotes.hasOddQuotes(at, squareCheckedTo);
  }

  private boolean opensComment() {
    return !dialect.has(Trait.STRICT_DASHES) || at + 2 >= length || SqlChars.isBlank(peek(2));
  }
}
