package io.rowcall.gate;

/**
 * A range of characters in a file.
 *
 * @param start inclusive, from 0
 * @param end exclusive
 */
record TextRange(int start, int end) {
  /** Range of an entry that is not in a file. */
  static final TextRange NONE = new TextRange(0, 0);
}
