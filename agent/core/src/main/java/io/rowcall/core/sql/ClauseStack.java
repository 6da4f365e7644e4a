package io.rowcall.core.sql;

import java.util.Arrays;

/**
 * Stack of clause flags, one frame per open parenthesis. Parentheses deeper than {@link
 * NormalizedWriter#MAX_DEPTH} share the deepest frame.
 */
final class ClauseStack {
  /** In a query. */
  static final int QUERY = 1;

  /** In a FROM clause. */
  static final int FROM = 1 << 1;

  /** A JOIN whose ON or USING has not come yet. */
  static final int JOIN = 1 << 2;

  /** Rows here are rows of the result: top level, and subqueries in FROM clauses of such. */
  static final int RESULT = 1 << 3;

  /** In the list of tables after UPDATE, DELETE or DROP. */
  static final int TARGETS = 1 << 4;

  static final int DELETE = 1 << 5;
  static final int INSERT = 1 << 6;

  /** In the list of common table expressions after WITH. */
  static final int EXPRESSIONS = 1 << 7;

  static final int SELECT = 1 << 8;
  static final int MERGE = 1 << 9;

  /** After FETCH or RETURNING, where INTO is followed by variables. */
  static final int VARIABLES = 1 << 10;

  /** After LATERAL VIEW, where commas separate column names. */
  static final int LATERAL_VIEW = 1 << 11;

  private static final int INITIAL_DEPTH = 8;

  private int depth;

  /** Open parentheses beyond the maximum depth. */
  private int excessDepth;

  private int[] frames = new int[INITIAL_DEPTH];

  ClauseStack() {
    frames[0] = RESULT;
  }

  int depth() {
    return depth;
  }

  /** All flags of the current frame. */
  int flags() {
    return frames[depth];
  }

  /** Whether the current frame has any of the flags. */
  boolean has(int flags) {
    return (frames[depth] & flags) != 0;
  }

  void set(int flags) {
    frames[depth] |= flags;
  }

  void clear(int flags) {
    frames[depth] &= ~flags;
  }

  /** Clears some flags, then sets others. */
  void change(int cleared, int set) {
    frames[depth] = (frames[depth] & ~cleared) | set;
  }

  /** Opens a frame with these flags, unless the stack is full. */
  void push(int flags) {
    if (depth == NormalizedWriter.MAX_DEPTH) {
      excessDepth++;
      return;
    }
    depth++;
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, Math.min(depth * 2, NormalizedWriter.MAX_DEPTH + 1));
    }
    frames[depth] = flags;
  }

  void pop() {
    if (excessDepth > 0) {
      excessDepth--;
    } else if (depth > 0) {
      depth--;
    }
  }

  /** Starts the next statement of the text. */
  void startStatement() {
    frames[depth] = depth == 0 ? RESULT : 0;
  }
}
