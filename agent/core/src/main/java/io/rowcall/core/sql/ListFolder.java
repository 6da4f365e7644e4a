package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import java.util.Arrays;

/**
 * Folds lists: equal elements in a row become one element.
 *
 * <p>An element is written as it comes. When it ends, its length and hash show whether it equals
 * the element before it; if so, the text is rewound to the end of that one. So a list of any length
 * is folded in one pass and without a copy.
 */
final class ListFolder {
  private static final int INITIAL_DEPTH = 4;

  private static final int NO_LIST = 0;

  /** {@code IN (…)} and the like: everything in it belongs to an element. */
  private static final int LIST = 1;

  /** Like LIST, but in square brackets, in which inner brackets are lists as well. */
  private static final int ARRAY = 2;

  /** The rows after VALUES, which end at the first token that is neither a row nor a comma. */
  private static final int ROWS = 3;

  /**
   * Layout of a frame of {@link #marks}: length and hash of the text at the start of the element
   * and at the end of the previous one, and length and hash of the previous element.
   */
  private static final int START = 0;

  private static final int PREVIOUS_END = 2;
  private static final int PREVIOUS = 4;
  private static final int STRIDE = 6;

  private final NormalizedText text;

  private int depth;

  /** Open parentheses beyond {@link NormalizedWriter#MAX_DEPTH}. */
  private int excessDepth;

  private byte[] lists = new byte[INITIAL_DEPTH];
  private boolean[] elementOpen = new boolean[INITIAL_DEPTH];
  private int[] elements = new int[INITIAL_DEPTH];
  private long[] marks = new long[STRIDE * INITIAL_DEPTH];
  private int maxSize;

  ListFolder(NormalizedText text) {
    this.text = text;
  }

  /** Number of elements of the largest list so far. */
  int maxSize() {
    return maxSize;
  }

  /** Whether the innermost parenthesis is a list or a row of one. */
  boolean inList() {
    return lists[depth] != NO_LIST || (depth > 0 && lists[depth - 1] != NO_LIST);
  }

  /** Whether a parenthesis or bracket after a keyword opens a list. */
  boolean opensList(Token token, Keyword before) {
    if (token.type == TokenType.OPEN_PAREN) {
      return before == Keyword.IN
          || before == Keyword.ANY
          || before == Keyword.SOME
          || before == Keyword.ALL
          || before == Keyword.FIELD;
    }
    return token.type == TokenType.OPEN_BRACKET
        && (before == Keyword.ARRAY || lists[depth] == ARRAY);
  }

  /** Enters a parenthesis or bracket that was just written. */
  void open(Token token, Token lookahead, boolean list) {
    push(list ? token.type == TokenType.OPEN_PAREN ? LIST : ARRAY : NO_LIST);
    if (list
        && excessDepth == 0
        && (lookahead.keyword == Keyword.SELECT
            || lookahead.keyword == Keyword.WITH
            || lookahead.keyword == Keyword.VALUES)) {
      lists[depth] = NO_LIST;
    }
  }

  /** Leaves the innermost parenthesis or bracket. */
  void close() {
    endList();
    if (excessDepth > 0) {
      excessDepth--;
    } else if (depth > 0) {
      depth--;
    }
  }

  /** Ends all lists at the end of the text. */
  void closeAll() {
    while (depth > 0) {
      close();
    }
    endList();
  }

  /** Starts the rows of VALUES. */
  void startRows() {
    if (lists[depth] == NO_LIST && excessDepth == 0) {
      start(ROWS);
    }
  }

  /** Ends the rows of VALUES before a token that does not continue them. */
  void endRowsBefore(Token token, Keyword before) {
    if (lists[depth] != ROWS || excessDepth > 0) {
      return;
    }
    boolean row = token.type == TokenType.OPEN_PAREN || token.keyword == Keyword.ROW;
    boolean betweenRows = !elementOpen[depth] || before == Keyword.ROW;
    if (token.type != TokenType.COMMA && !(row && betweenRows)) {
      endList();
    }
  }

  /** Marks the start of an element, after the space before it. */
  void startElement(TokenType type) {
    if (lists[depth] != NO_LIST
        && !elementOpen[depth]
        && type != TokenType.COMMA
        && excessDepth == 0) {
      elementOpen[depth] = true;
      marks[depth * STRIDE + START] = text.length();
      marks[depth * STRIDE + START + 1] = text.hash();
    }
  }

  /** Ends an element, and removes it if it equals the previous one. */
  void endElement() {
    if (lists[depth] == NO_LIST || !elementOpen[depth] || excessDepth > 0) {
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

  /** After a comma, the next token starts an element. */
  void separate() {
    if (lists[depth] != NO_LIST) {
      elementOpen[depth] = false;
    }
  }

  private void endList() {
    if (excessDepth > 0) {
      return;
    }
    endElement();
    if (lists[depth] != NO_LIST) {
      maxSize = Math.max(maxSize, elements[depth]);
      lists[depth] = NO_LIST;
    }
  }

  private void push(int list) {
    if (depth == NormalizedWriter.MAX_DEPTH) {
      excessDepth++;
      return;
    }
    depth++;
    if (depth == lists.length) {
      lists = Arrays.copyOf(lists, depth * 2);
      elementOpen = Arrays.copyOf(elementOpen, depth * 2);
      elements = Arrays.copyOf(elements, depth * 2);
      marks = Arrays.copyOf(marks, marks.length * 2);
    }
    start(list);
  }

  private void start(int list) {
    lists[depth] = (byte) list;
    elements[depth] = 0;
    elementOpen[depth] = false;
    marks[depth * STRIDE + PREVIOUS] = -1;
  }
}
