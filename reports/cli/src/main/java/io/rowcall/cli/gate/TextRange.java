package io.rowcall.cli.gate;

/**
 * A part of a file's text.
 *
 * @param start of its first character, from 0
 * @param end after its last one
 */
record TextRange(int start, int end) {
  /** Of what a program made, not a person. */
  static final TextRange NONE = new TextRange(0, 0);
}
