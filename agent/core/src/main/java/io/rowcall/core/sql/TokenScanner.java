package io.rowcall.core.sql;

import io.rowcall.core.sql.Dialect.Trait;
import io.rowcall.core.sql.Token.TokenType;

/**
 * Scans one token after the other. What is unterminated, a quote or a comment, makes the rest of
 * the text one value.
 */
final class TokenScanner {
  private final String sql;
  private final int length;
  private final Dialect dialect;
  private final boolean doubleQuotedLiterals;
  private final int opaqueFrom;

  private final QuoteScanner quotes;
  private final SpaceScanner spaces;
  private final NameScanner names;

  private int position;

  /** The token before the one being scanned. */
  private Token previous = new Token();

  /** The position up to which square brackets were already searched for quotes. */
  private int bracketCheckedTo;

  private boolean approximate;
  private boolean unterminated;

  TokenScanner(String sql, Dialect dialect, boolean doubleQuotedLiterals, int opaqueFrom) {
    this.sql = sql;
    this.length = sql.length();
    this.dialect = dialect;
    this.doubleQuotedLiterals = doubleQuotedLiterals;
    this.opaqueFrom = opaqueFrom;
    this.quotes = new QuoteScanner(sql, dialect);
    this.spaces = new SpaceScanner(sql, dialect, quotes);
    this.names = new NameScanner(sql, dialect);
  }

  boolean approximate() {
    return approximate;
  }

  int ambiguousLiteralAt() {
    return unterminated ? quotes.ambiguousLiteralAt() : Lexer.NO_POSITION;
  }

  long visited() {
    return position + quotes.visitedTwice();
  }

  /** Scans the next token into {@code token}; {@code before} is the token before it. */
  void scan(Token token, Token before) {
    previous = before;
    int from = position;
    int start = spaces.skip(from);
    boolean readable = start >= 0;
    position = readable ? start : ~start;
    token.spaceBefore = position > from;
    token.start = position;
    token.rawKeyword = Keyword.NONE;
    token.keyword = Keyword.NONE;
    token.replacement = null;
    token.masked = false;
    token.afterName =
        before.isName()
            || before.type == TokenType.DOUBLE_QUOTED
            || before.type == TokenType.DIGIT_WORD
            || before.type == TokenType.CLOSE_BRACKET;
    if (!readable) {
      token.type = unreadable();
    } else if (position >= length) {
      token.type = TokenType.END;
    } else if (position >= opaqueFrom) {
      token.type = unreadable();
    } else {
      token.type = scanType(token, sql.charAt(position));
    }
    token.end = position;
  }

  /** Extends a word by the words that dashes join to it. */
  void joinDashes(Token word) {
    if (word.type != TokenType.WORD) {
      return;
    }
    while (charAt(position) == '-' && names.nameChars(position + 1) > 0) {
      position = names.endOfName(position + 1);
      word.end = position;
      word.rawKeyword = Keyword.NONE;
      word.keyword = Keyword.NONE;
    }
  }

  /** Makes a token and the rest of the text one value. */
  void skipRest(Token token) {
    if (token.type != TokenType.END && token.type != TokenType.SEMICOLON) {
      token.type = TokenType.VALUE;
      token.rawKeyword = Keyword.NONE;
      token.keyword = Keyword.NONE;
      token.replacement = null;
      position = length;
      token.end = length;
    }
  }

  private TokenType unreadable() {
    position = length;
    approximate = true;
    return TokenType.VALUE;
  }

  private TokenType scanType(Token token, char c) {
    switch (c) {
      case '\'':
        return literal(position + 1, dialect.has(Trait.BACKSLASHES));
      case '"':
        return doubleQuoted();
      case '`':
        return quotedName('`');
      case '(':
        return sign(TokenType.OPEN_PAREN);
      case ')':
        return sign(TokenType.CLOSE_PAREN);
      case '[':
        return openBracket();
      case ']':
        return sign(TokenType.CLOSE_BRACKET);
      case '{':
        return sign(TokenType.OPEN_BRACE);
      case '}':
        return sign(TokenType.CLOSE_BRACE);
      case ',':
        return sign(TokenType.COMMA);
      case ';':
        return sign(TokenType.SEMICOLON);
      case '?':
        return questionMark(token);
      case '.':
        // After "t.", a digit starts a name.
        return SqlChars.isDigit(charAt(position + 1)) && !(token.afterName && !token.spaceBefore)
            ? number()
            : sign(TokenType.DOT);
      case '$':
        return dollar();
      case ':':
        return colon();
      case '@':
        return atSign(token);
      default:
        return other(token, c);
    }
  }

  private TokenType other(Token token, char c) {
    if (SqlChars.isHexDigit(c)
        && SqlChars.isUuid(sql, position)
        && previous.type != TokenType.DOT) {
      position += SqlChars.UUID_LENGTH;
      return TokenType.VALUE;
    }
    if (SqlChars.isDigit(c)) {
      return number();
    }
    if ((c < 128 && SqlChars.isNamePart(c)) || names.nameChars(position) > 0) {
      return word(token);
    }
    int operator = SqlChars.operatorLength(sql, position);
    if (operator > 0) {
      position += operator;
      return TokenType.OPERATOR;
    }
    position++;
    approximate = true;
    return TokenType.VALUE;
  }

  private TokenType sign(TokenType type) {
    position++;
    return type;
  }

  private TokenType openBracket() {
    if (dialect.has(Trait.ANY_DATABASE) && isAmbiguousBracket()) {
      return unreadable();
    }
    return dialect.has(Trait.SQUARE_NAMES) && previous.keyword != Keyword.ARRAY
        ? quotedName(']')
        : sign(TokenType.OPEN_BRACKET);
  }

  /** Whether it makes a difference if the brackets quote a name. */
  private boolean isAmbiguousBracket() {
    if (position < bracketCheckedTo) {
      return false;
    }
    int close = sql.indexOf(']', position);
    bracketCheckedTo = close < 0 ? length : close;
    return quotes.hasUnpairedQuote(position, bracketCheckedTo);
  }

  private TokenType word(Token token) {
    int start = position;
    position = names.endOfName(start);
    char next = charAt(position);
    if (next == '\'' && SqlChars.isLiteralPrefix(sql, start, position)) {
      return prefixedLiteral(start);
    }
    if (next == '&' && position - start == 1 && (sql.charAt(start) | 0x20) == 'u') {
      if (charAt(position + 1) == '\'') {
        return literal(position + 2, false);
      }
      if (charAt(position + 1) == '"') {
        position++;
        TokenType type = quotedName('"');
        return type == TokenType.QUOTED_NAME && dialect.has(Trait.ANY_DATABASE)
            ? TokenType.DOUBLE_QUOTED
            : type;
      }
    }
    token.rawKeyword = KeywordTable.lookup(sql, start, position);
    token.keyword = previous.type == TokenType.DOT ? Keyword.NONE : token.rawKeyword;
    return TokenType.WORD;
  }

  private TokenType prefixedLiteral(int start) {
    int letter = sql.charAt(position - 1) | 0x20;
    if (letter == 'q' && dialect.has(Trait.Q_QUOTES)) {
      return valueTo(quotes.endOfQ(position + 1));
    }
    boolean escapes =
        dialect.has(Trait.BACKSLASHES)
            || (letter == 'e' && position - start == 1 && dialect.has(Trait.E_STRINGS));
    return literal(position + 1, escapes);
  }

  private TokenType literal(int from, boolean escapes) {
    return valueTo(endOfLiteral(from, '\'', escapes));
  }

  private int endOfLiteral(int from, char quote, boolean escapes) {
    int triple =
        dialect.has(Trait.TRIPLE_QUOTES) || dialect.has(Trait.ANY_DATABASE)
            ? quotes.endOfTriple(from, quote)
            : 0;
    if (triple != 0 && dialect.has(Trait.TRIPLE_QUOTES)) {
      return triple;
    }
    boolean afterEscape = quote == '\'' && previous.keyword == Keyword.ESCAPE;
    int end = quotes.endOfLiteral(from, quote, escapes, afterEscape);
    return triple > 0 && triple != end ? -1 : end;
  }

  private TokenType doubleQuoted() {
    if (doubleQuotedLiterals || dialect.has(Trait.ANY_DATABASE)) {
      valueTo(endOfLiteral(position + 1, '"', dialect.has(Trait.BACKSLASHES)));
      return unterminated ? TokenType.VALUE : TokenType.DOUBLE_QUOTED;
    }
    TokenType type = quotedName('"');
    return type == TokenType.QUOTED_NAME && dialect.has(Trait.AMBIGUOUS_DOUBLE_QUOTES)
        ? TokenType.DOUBLE_QUOTED
        : type;
  }

  private TokenType quotedName(char close) {
    int end = quotes.endOfName(position + 1, close);
    if (end > 1 && dialect.has(Trait.ANY_DATABASE) && sql.charAt(end - 2) == '\\') {
      end = -1;
    }
    valueTo(end);
    return unterminated ? TokenType.VALUE : TokenType.QUOTED_NAME;
  }

  /** Moves to the end of a quote; -1 makes the rest of the text unreadable. */
  private TokenType valueTo(int end) {
    if (end < 0) {
      unterminated = true;
      return unreadable();
    }
    position = end;
    return TokenType.VALUE;
  }

  private TokenType dollar() {
    int start = position;
    char next = charAt(start + 1);
    boolean tags = dialect.has(Trait.DOLLAR_TAGS);
    if (next == '$' && (tags || dialect.has(Trait.DOLLAR_PAIRS))) {
      return valueTo(quotes.endOfDollars(start, start + 2));
    }
    if (SqlChars.isDigit(next)) {
      position++;
      number();
      return TokenType.VALUE;
    }
    position = names.endOfName(start + 1);
    if (tags) {
      int tagEnd = sql.indexOf('$', start + 1);
      if (tagEnd > start && tagEnd < position) {
        return valueTo(quotes.endOfDollars(start, tagEnd + 1));
      }
    }
    return tags || dialect.has(Trait.DOLLAR_PAIRS) || dialect.has(Trait.AT_PARAMETERS)
        ? TokenType.VALUE
        : TokenType.WORD;
  }

  private TokenType colon() {
    char next = charAt(position + 1);
    if (next == ':' || next == '=') {
      position += 2;
      return TokenType.OPERATOR;
    }
    position++;
    if (names.nameChars(position) > 0 || SqlChars.isDigit(next)) {
      position = names.endOfName(position);
      return TokenType.VALUE;
    }
    return TokenType.OPERATOR;
  }

  private TokenType atSign(Token token) {
    int start = position + (charAt(position + 1) == '@' ? 2 : 1);
    if (names.nameChars(start) > 0) {
      if (dialect.has(Trait.AT_PARAMETERS)) {
        position = names.endOfName(start);
        return TokenType.VALUE;
      }
      if (dialect.has(Trait.AT_VARIABLES) || dialect.has(Trait.AT_IN_NAMES)) {
        position = names.endOfName(start);
        return TokenType.WORD;
      }
    }
    if (dialect.has(Trait.QUESTION_OPERATORS) && charAt(position + 1) == '?') {
      position += charAt(position + 2) == '?' ? 3 : 2;
      token.replacement = "@??";
      return TokenType.OPERATOR;
    }
    position += Math.max(1, SqlChars.operatorLength(sql, position));
    return TokenType.OPERATOR;
  }

  /** A parameter, or an operator of PostgreSQL, which JDBC escapes with a second question mark. */
  private TokenType questionMark(Token token) {
    boolean escaped = charAt(position + 1) == '?';
    char next = charAt(position + (escaped ? 2 : 1));
    boolean twoSigns = (next == '|' || next == '&') && charAt(position + (escaped ? 3 : 2)) != next;
    if (escaped || (twoSigns && dialect.has(Trait.QUESTION_OPERATORS) && previous.endsOperand())) {
      position += (escaped ? 2 : 1) + (twoSigns ? 1 : 0);
      token.replacement = !twoSigns ? "??" : next == '|' ? "??|" : "??&";
      return TokenType.OPERATOR;
    }
    position++;
    while (SqlChars.isDigit(charAt(position))) {
      position++;
    }
    return TokenType.QUESTION_MARK;
  }

  private TokenType number() {
    int end = names.endOfNumber(position);
    position = end < 0 ? ~end : end;
    return end < 0 ? TokenType.DIGIT_WORD : TokenType.VALUE;
  }

  /** The character at a position; NUL after the end. */
  private char charAt(int position) {
    return position < length ? sql.charAt(position) : '\0';
  }
}
