package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import java.util.Arrays;

/**
 * Writes tokens in their one form: spaces by rule, values as {@code ?}, and lists whose equal
 * elements are one.
 *
 * <p>An element is written as it comes. When it ends, its hash and length tell whether it equals
 * the element before it; then the text goes back to where that one ended. So a list of any length
 * is folded in one pass.
 */
final class NormalizedWriter {
  /** Parentheses beyond this depth are written, but their lists stay as they are. */
  static final int MAX_DEPTH = 64;

  private static final int USUAL_DEPTH = 4;

  private static final int NO_LIST = 0;

  /** {@code IN (…)} and {@code ARRAY[…]}: all inside is elements. */
  private static final int LIST = 1;

  /** As LIST, but in square brackets, where inner brackets are lists as well. */
  private static final int ARRAY = 2;

  /** The rows behind VALUES, which end with the first token that is neither row nor comma. */
  private static final int ROWS = 3;

  /**
   * Longs per frame: start and end of elements as length and hash, and length and hash of the last
   * element.
   */
  private static final int START = 0;

  private static final int PREVIOUS_END = 2;
  private static final int PREVIOUS = 4;
  private static final int STRIDE = 6;

  private final String sql;
  private final NormalizedText text;
  private final boolean foldsQualifiers;

  private int depth;
  private int beyond;
  private byte[] lists = new byte[USUAL_DEPTH];
  private boolean[] elementOpen = new boolean[USUAL_DEPTH];
  private int[] elements = new int[USUAL_DEPTH];
  private long[] marks = new long[STRIDE * USUAL_DEPTH];
  private int listSize;

  private TokenType last = TokenType.START;
  private boolean lastIsName;
  private boolean lastIsCall;
  private boolean lastEndsOperand;

  /** Whether it is {@code [a name]}, in which a second bracket would go on. */
  private boolean lastIsSquareName;

  /** Whether a password ends with it, which goes to the next space. */
  private boolean lastHidden;

  private Keyword lastKeyword = Keyword.NONE;

  /** Where the signs before a value began, as length and hash; -1 without any. */
  private long signsLength = -1;

  private long signsHash;
  private TokenType signsAfter = TokenType.START;

  /** Where the last semicolon stands. */
  private long semicolonLength;

  private long semicolonHash;

  NormalizedWriter(String sql, TableNames tableNames) {
    this.sql = sql;
    this.foldsQualifiers = tableNames == TableNames.DIGITS_FOLDED;
    this.text = new NormalizedText(sql.length());
  }

  NormalizedText text() {
    return text;
  }

  int listSize() {
    return listSize;
  }

  /** Whether the innermost parenthesis is a list or a row of one. */
  boolean inList() {
    return lists[depth] != NO_LIST || (depth > 0 && lists[depth - 1] != NO_LIST);
  }

  void write(Token token, Token ahead, boolean foldDigits) {
    if (token.shape == TokenType.SEMICOLON
        && (last == TokenType.START || last == TokenType.SEMICOLON)) {
      return;
    }
    endRows(token);
    switch (token.shape) {
      case VALUE:
        value(token.hidden);
        return;
      case COMMA:
        endElement();
        break;
      case CLOSE:
      case CLOSE_SQUARE:
        endList();
        pop();
        break;
      default:
    }
    boolean list = opensList(token);
    space(token);
    boolean sign = isSign(token);
    startElement(token.shape);
    if (!sign) {
      signsLength = -1;
    }
    spell(token, ahead, foldDigits);
    boolean rows =
        token.keyword == Keyword.VALUES
            && (ahead.shape == TokenType.OPEN || ahead.keyword == Keyword.ROW);
    after(token);
    if (token.shape == TokenType.OPEN || token.shape == TokenType.OPEN_SQUARE) {
      push(list ? token.shape == TokenType.OPEN ? LIST : ARRAY : NO_LIST);
      if (list
          && beyond == 0
          && (ahead.keyword == Keyword.SELECT
              || ahead.keyword == Keyword.WITH
              || ahead.keyword == Keyword.VALUES)) {
        lists[depth] = NO_LIST;
      }
    } else if (rows && lists[depth] == NO_LIST && beyond == 0) {
      begin(ROWS);
    } else if (token.shape == TokenType.COMMA && lists[depth] != NO_LIST) {
      elementOpen[depth] = false;
    }
  }

  /** Ends what is open; a semicolon at the end goes. */
  void end() {
    if (last == TokenType.SEMICOLON) {
      text.rewind(semicolonLength, semicolonHash);
    }
    while (depth > 0) {
      endList();
      pop();
    }
    endList();
  }

  private void value(boolean hidden) {
    if (signsLength >= 0) {
      text.rewind(signsLength, signsHash);
      signsLength = -1;
      last = signsAfter;
      lastIsName = false;
      lastIsCall = false;
    } else if (last == TokenType.VALUE) {
      lastHidden |= hidden;
      return;
    }
    if (spaceBefore(TokenType.VALUE)) {
      text.append(' ');
    }
    startElement(TokenType.VALUE);
    text.append('?');
    last = TokenType.VALUE;
    lastHidden = hidden;
    lastIsSquareName = false;
    lastIsName = false;
    lastIsCall = false;
    lastEndsOperand = true;
    lastKeyword = Keyword.NONE;
  }

  /** Whether a plus or minus belongs to what follows; remembers where the first of them began. */
  private boolean isSign(Token token) {
    if (token.shape != TokenType.OPERATOR
        || token.end - token.start != 1
        || lastEndsOperand
        || token.spelling != null) {
      return false;
    }
    char c = sql.charAt(token.start);
    return c == '-' || c == '+';
  }

  private void space(Token token) {
    if (token.shape == TokenType.SEMICOLON) {
      semicolonLength = text.length();
      semicolonHash = text.hash();
    }
    long length = text.length();
    long hash = text.hash();
    boolean sign = isSign(token);
    if (sign && signsLength < 0) {
      signsLength = length;
      signsHash = hash;
      signsAfter = last;
    }
    boolean attached = token.shape == TokenType.OPEN || token.shape == TokenType.OPEN_SQUARE;
    if (attached
        ? !(lastIsName || lastIsCall) && spaceBefore(token.shape)
        : (isCast(token) && last == TokenType.OPERATOR) || spaceBefore(shapeForSpace(token))) {
      text.append(' ');
    }
  }

  private TokenType shapeForSpace(Token token) {
    return isCast(token) ? TokenType.DOT : token.shape;
  }

  private boolean isCast(Token token) {
    return token.shape == TokenType.OPERATOR
        && token.end - token.start == 2
        && sql.charAt(token.start) == ':'
        && sql.charAt(token.start + 1) == ':';
  }

  private boolean spaceBefore(TokenType shape) {
    switch (shape) {
      case COMMA:
      case SEMICOLON:
      case CLOSE:
        return false;
      case CLOSE_SQUARE:
        return lastHidden || lastIsSquareName;
      case CLOSE_CURLY:
      case DOT:
        return lastHidden;
      default:
        return last != TokenType.START
            && last != TokenType.OPEN
            && last != TokenType.OPEN_SQUARE
            && last != TokenType.OPEN_CURLY
            && last != TokenType.DOT;
    }
  }

  private void spell(Token token, Token ahead, boolean foldDigits) {
    String spelling = token.spelling;
    if (spelling != null) {
      text.append(spelling, 0, spelling.length());
    } else if (token.keyword != Keyword.NONE) {
      text.appendUpper(sql, token.start, token.end);
    } else if (foldDigits || (foldsQualifiers && ahead.shape == TokenType.DOT)) {
      ShardNames.append(text, sql, token.start, token.end, foldDigits);
    } else {
      text.append(sql, token.start, token.end);
    }
  }

  private void after(Token token) {
    last = isCast(token) ? TokenType.DOT : token.shape;
    lastIsName = token.isName() || token.shape == TokenType.CLOSE_SQUARE;
    lastHidden = false;
    lastIsSquareName = token.shape == TokenType.QUOTED && sql.charAt(token.end - 1) == ']';
    lastIsCall =
        token.keyword == Keyword.FUNCTION
            || token.keyword == Keyword.HOUSEKEEPING
            || token.keyword == Keyword.ARRAY
            || token.keyword == Keyword.FIELD;
    lastEndsOperand = token.endsOperand();
    lastKeyword = token.keyword;
  }

  private boolean opensList(Token token) {
    if (token.shape == TokenType.OPEN) {
      return lastKeyword == Keyword.IN
          || lastKeyword == Keyword.ANY
          || lastKeyword == Keyword.SOME
          || lastKeyword == Keyword.ALL
          || lastKeyword == Keyword.FIELD;
    }
    return token.shape == TokenType.OPEN_SQUARE
        && (lastKeyword == Keyword.ARRAY || lists[depth] == ARRAY);
  }

  private void push(int list) {
    if (depth == MAX_DEPTH) {
      beyond++;
      return;
    }
    depth++;
    if (depth == lists.length) {
      lists = Arrays.copyOf(lists, depth * 2);
      elementOpen = Arrays.copyOf(elementOpen, depth * 2);
      elements = Arrays.copyOf(elements, depth * 2);
      marks = Arrays.copyOf(marks, marks.length * 2);
    }
    begin(list);
  }

  private void pop() {
    if (beyond > 0) {
      beyond--;
    } else if (depth > 0) {
      depth--;
    }
  }

  private void begin(int list) {
    lists[depth] = (byte) list;
    elements[depth] = 0;
    elementOpen[depth] = false;
    marks[depth * STRIDE + PREVIOUS] = -1;
  }

  /** Notes where an element starts, behind its space. */
  private void startElement(TokenType shape) {
    if (lists[depth] != NO_LIST && !elementOpen[depth] && shape != TokenType.COMMA && beyond == 0) {
      elementOpen[depth] = true;
      marks[depth * STRIDE + START] = text.length();
      marks[depth * STRIDE + START + 1] = text.hash();
    }
  }

  /** Ends an element, and takes it back if it equals the one before. */
  private void endElement() {
    if (lists[depth] == NO_LIST || !elementOpen[depth] || beyond > 0) {
      return;
    }
    elementOpen[depth] = false;
    elements[depth]++;
    int frame = depth * STRIDE;
    long length = text.length() - marks[frame + START];
    long hash = text.hashSince(marks[frame + START], marks[frame + START + 1]);
    if (length == marks[frame + PREVIOUS] && hash == marks[frame + PREVIOUS + 1]) {
      text.rewind(marks[frame + PREVIOUS_END], marks[frame + PREVIOUS_END + 1]);
      return;
    }
    marks[frame + PREVIOUS] = length;
    marks[frame + PREVIOUS + 1] = hash;
    marks[frame + PREVIOUS_END] = text.length();
    marks[frame + PREVIOUS_END + 1] = text.hash();
  }

  private void endList() {
    if (beyond > 0) {
      return;
    }
    endElement();
    if (lists[depth] != NO_LIST) {
      listSize = Math.max(listSize, elements[depth]);
      lists[depth] = NO_LIST;
    }
  }

  /** The rows of VALUES end with whatever is not one of them. */
  private void endRows(Token token) {
    if (lists[depth] != ROWS || beyond > 0) {
      return;
    }
    boolean row = token.shape == TokenType.OPEN || token.keyword == Keyword.ROW;
    boolean betweenRows = !elementOpen[depth] || lastKeyword == Keyword.ROW;
    if (token.shape != TokenType.COMMA && !(row && betweenRows)) {
      endList();
    }
  }
}
