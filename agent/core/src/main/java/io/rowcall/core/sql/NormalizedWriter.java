package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import java.util.Arrays;

/**
 * Writes lexemes in their one form: spaces by rule, values as {@code ?}, and lists whose equal
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

  /** The rows behind VALUES, which end with the first lexeme that is neither row nor comma. */
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

  void write(Token lexeme, Token ahead, boolean foldDigits) {
    if (lexeme.shape == TokenType.SEMICOLON && (last == TokenType.START || last == TokenType.SEMICOLON)) {
      return;
    }
    endRows(lexeme);
    switch (lexeme.shape) {
      case VALUE:
        value(lexeme.hidden);
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
    boolean list = opensList(lexeme);
    space(lexeme);
    boolean sign = isSign(lexeme);
    startElement(lexeme.shape);
    if (!sign) {
      signsLength = -1;
    }
    spell(lexeme, ahead, foldDigits);
    boolean rows =
        lexeme.keyword == Keyword.VALUES
            && (ahead.shape == TokenType.OPEN || ahead.keyword == Keyword.ROW);
    after(lexeme);
    if (lexeme.shape == TokenType.OPEN || lexeme.shape == TokenType.OPEN_SQUARE) {
      push(list ? lexeme.shape == TokenType.OPEN ? LIST : ARRAY : NO_LIST);
      if (list
          && beyond == 0
          && (ahead.keyword == Keyword.SELECT
              || ahead.keyword == Keyword.WITH
              || ahead.keyword == Keyword.VALUES)) {
        lists[depth] = NO_LIST;
      }
    } else if (rows && lists[depth] == NO_LIST && beyond == 0) {
      begin(ROWS);
    } else if (lexeme.shape == TokenType.COMMA && lists[depth] != NO_LIST) {
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
  private boolean isSign(Token lexeme) {
    if (lexeme.shape != TokenType.OPERATOR
        || lexeme.end - lexeme.start != 1
        || lastEndsOperand
        || lexeme.spelling != null) {
      return false;
    }
    char c = sql.charAt(lexeme.start);
    return c == '-' || c == '+';
  }

  private void space(Token lexeme) {
    if (lexeme.shape == TokenType.SEMICOLON) {
      semicolonLength = text.length();
      semicolonHash = text.hash();
    }
    long length = text.length();
    long hash = text.hash();
    boolean sign = isSign(lexeme);
    if (sign && signsLength < 0) {
      signsLength = length;
      signsHash = hash;
      signsAfter = last;
    }
    boolean attached = lexeme.shape == TokenType.OPEN || lexeme.shape == TokenType.OPEN_SQUARE;
    if (attached
        ? !(lastIsName || lastIsCall) && spaceBefore(lexeme.shape)
        : (isCast(lexeme) && last == TokenType.OPERATOR) || spaceBefore(shapeForSpace(lexeme))) {
      text.append(' ');
    }
  }

  private TokenType shapeForSpace(Token lexeme) {
    return isCast(lexeme) ? TokenType.DOT : lexeme.shape;
  }

  private boolean isCast(Token lexeme) {
    return lexeme.shape == TokenType.OPERATOR
        && lexeme.end - lexeme.start == 2
        && sql.charAt(lexeme.start) == ':'
        && sql.charAt(lexeme.start + 1) == ':';
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

  private void spell(Token lexeme, Token ahead, boolean foldDigits) {
    String spelling = lexeme.spelling;
    if (spelling != null) {
      text.append(spelling, 0, spelling.length());
    } else if (lexeme.keyword != Keyword.NONE) {
      text.appendUpper(sql, lexeme.start, lexeme.end);
    } else if (foldDigits || (foldsQualifiers && ahead.shape == TokenType.DOT)) {
      ShardNames.append(text, sql, lexeme.start, lexeme.end, foldDigits);
    } else {
      text.append(sql, lexeme.start, lexeme.end);
    }
  }

  private void after(Token lexeme) {
    last = isCast(lexeme) ? TokenType.DOT : lexeme.shape;
    lastIsName = lexeme.isName() || lexeme.shape == TokenType.CLOSE_SQUARE;
    lastHidden = false;
    lastIsSquareName = lexeme.shape == TokenType.QUOTED && sql.charAt(lexeme.end - 1) == ']';
    lastIsCall =
        lexeme.keyword == Keyword.FUNCTION
            || lexeme.keyword == Keyword.HOUSEKEEPING
            || lexeme.keyword == Keyword.ARRAY
            || lexeme.keyword == Keyword.FIELD;
    lastEndsOperand = lexeme.endsOperand();
    lastKeyword = lexeme.keyword;
  }

  private boolean opensList(Token lexeme) {
    if (lexeme.shape == TokenType.OPEN) {
      return lastKeyword == Keyword.IN
          || lastKeyword == Keyword.ANY
          || lastKeyword == Keyword.SOME
          || lastKeyword == Keyword.ALL
          || lastKeyword == Keyword.FIELD;
    }
    return lexeme.shape == TokenType.OPEN_SQUARE
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
  private void endRows(Token lexeme) {
    if (lists[depth] != ROWS || beyond > 0) {
      return;
    }
    boolean row = lexeme.shape == TokenType.OPEN || lexeme.keyword == Keyword.ROW;
    boolean betweenRows = !elementOpen[depth] || lastKeyword == Keyword.ROW;
    if (lexeme.shape != TokenType.COMMA && !(row && betweenRows)) {
      endList();
    }
  }
}
