package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;

/**
 * Writes tokens in their canonical form: spacing by rule, values as {@code ?}, keywords in upper
 * case, lists folded.
 */
final class NormalizedWriter {
  /** Lists in parentheses deeper than this are written but not folded. */
  static final int MAX_DEPTH = 64;

  private final String sql;
  private final NormalizedText text;
  private final ListFolder lists;
  private final boolean foldsQualifiers;

  private TokenType last = TokenType.START;
  private boolean lastIsName;
  private boolean lastIsCall;
  private boolean lastEndsOperand;

  /** Whether the last token is {@code [a name]}, which a second bracket would extend. */
  private boolean lastIsBracketedName;

  /** Whether the last token ends a password, which extends to the next space. */
  private boolean lastMasked;

  private Keyword lastKeyword = Keyword.NONE;

  /** Length and hash of the text before the signs of a value; length -1 without signs. */
  private long signsLength = -1;

  private long signsHash;

  /** Type of the token before the signs. */
  private TokenType beforeSigns = TokenType.START;

  /** Length and hash of the text before the last semicolon. */
  private long semicolonLength;

  private long semicolonHash;

  NormalizedWriter(String sql, TableNames tableNames) {
    this.sql = sql;
    this.foldsQualifiers = tableNames == TableNames.DIGITS_FOLDED;
    this.text = new NormalizedText(sql.length());
    this.lists = new ListFolder(text);
  }

  NormalizedText text() {
    return text;
  }

  int listSize() {
    return lists.maxSize();
  }

  /** Whether the innermost parenthesis is a list or a row of one. */
  boolean inList() {
    return lists.inList();
  }

  void write(Token token, Token lookahead, boolean foldDigits) {
    if (token.type == TokenType.SEMICOLON
        && (last == TokenType.START || last == TokenType.SEMICOLON)) {
      return;
    }
    lists.endRowsBefore(token, lastKeyword);
    switch (token.type) {
      case VALUE:
        writeValue(token.masked);
        return;
      case COMMA:
        lists.endElement();
        break;
      case CLOSE_PAREN:
      case CLOSE_BRACKET:
        lists.close();
        break;
      default:
    }
    boolean list = lists.opensList(token, lastKeyword);
    writeSpace(token);
    boolean sign = isSign(token);
    lists.startElement(token.type);
    if (!sign) {
      signsLength = -1;
    }
    writeText(token, lookahead, foldDigits);
    remember(token);
    if (token.type == TokenType.OPEN_PAREN || token.type == TokenType.OPEN_BRACKET) {
      lists.open(token, lookahead, list);
    } else if (startsRows(token, lookahead)) {
      lists.startRows();
    } else if (token.type == TokenType.COMMA) {
      lists.separate();
    }
  }

  /** Closes what is open, and removes a trailing semicolon. */
  void end() {
    if (last == TokenType.SEMICOLON) {
      text.rewind(semicolonLength, semicolonHash);
    }
    lists.closeAll();
  }

  private static boolean startsRows(Token token, Token lookahead) {
    return token.keyword == Keyword.VALUES
        && (lookahead.type == TokenType.OPEN_PAREN || lookahead.keyword == Keyword.ROW);
  }

  private void writeValue(boolean masked) {
    if (signsLength >= 0) {
      text.rewind(signsLength, signsHash);
      signsLength = -1;
      last = beforeSigns;
      lastIsName = false;
      lastIsCall = false;
    } else if (last == TokenType.VALUE) {
      lastMasked |= masked;
      return;
    }
    if (needsSpace(TokenType.VALUE)) {
      text.append(' ');
    }
    lists.startElement(TokenType.VALUE);
    text.append('?');
    last = TokenType.VALUE;
    lastMasked = masked;
    lastIsBracketedName = false;
    lastIsName = false;
    lastIsCall = false;
    lastEndsOperand = true;
    lastKeyword = Keyword.NONE;
  }

  /** Whether a plus or minus is the sign of the operand after it. */
  private boolean isSign(Token token) {
    if (token.type != TokenType.OPERATOR
        || token.end - token.start != 1
        || lastEndsOperand
        || token.replacement != null) {
      return false;
    }
    char c = sql.charAt(token.start);
    return c == '-' || c == '+';
  }

  private void writeSpace(Token token) {
    if (token.type == TokenType.SEMICOLON) {
      semicolonLength = text.length();
      semicolonHash = text.hash();
    }
    if (signsLength < 0 && isSign(token)) {
      signsLength = text.length();
      signsHash = text.hash();
      beforeSigns = last;
    }
    boolean opens = token.type == TokenType.OPEN_PAREN || token.type == TokenType.OPEN_BRACKET;
    boolean space =
        opens
            ? !(lastIsName || lastIsCall) && needsSpace(token.type)
            : (isCast(token) && last == TokenType.OPERATOR) || needsSpace(spacingType(token));
    if (space) {
      text.append(' ');
    }
  }

  /** A cast is spaced like a dot. */
  private TokenType spacingType(Token token) {
    return isCast(token) ? TokenType.DOT : token.type;
  }

  private boolean isCast(Token token) {
    return token.type == TokenType.OPERATOR
        && token.end - token.start == 2
        && sql.charAt(token.start) == ':'
        && sql.charAt(token.start + 1) == ':';
  }

  private boolean needsSpace(TokenType type) {
    switch (type) {
      case COMMA:
      case SEMICOLON:
      case CLOSE_PAREN:
        return false;
      case CLOSE_BRACKET:
        return lastMasked || lastIsBracketedName;
      case CLOSE_BRACE:
      case DOT:
        return lastMasked;
      default:
        return last != TokenType.START
            && last != TokenType.OPEN_PAREN
            && last != TokenType.OPEN_BRACKET
            && last != TokenType.OPEN_BRACE
            && last != TokenType.DOT;
    }
  }

  private void writeText(Token token, Token lookahead, boolean foldDigits) {
    String replacement = token.replacement;
    if (replacement != null) {
      text.append(replacement, 0, replacement.length());
    } else if (token.keyword != Keyword.NONE) {
      text.appendUpper(sql, token.start, token.end);
    } else if (foldDigits || (foldsQualifiers && lookahead.type == TokenType.DOT)) {
      ShardNames.append(text, sql, token.start, token.end, foldDigits);
    } else {
      text.append(sql, token.start, token.end);
    }
  }

  private void remember(Token token) {
    last = spacingType(token);
    lastIsName = token.isName() || token.type == TokenType.CLOSE_BRACKET;
    lastMasked = false;
    lastIsBracketedName = token.type == TokenType.QUOTED_NAME && sql.charAt(token.end - 1) == ']';
    lastIsCall =
        token.keyword == Keyword.FUNCTION
            || token.keyword == Keyword.HOUSEKEEPING
            || token.keyword == Keyword.ARRAY
            || token.keyword == Keyword.FIELD;
    lastEndsOperand = token.endsOperand();
    lastKeyword = token.keyword;
  }
}
