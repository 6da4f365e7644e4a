package io.rowcall.cli.gate;

/**
 * A part of a file's text.
 *
 * @param start of its first character, from 0
 * @param end after its last one
 */
record Span(int start, int end) {
  /** Of what a program made, not a person. */
  static final Span NONE = new Span(0, 0);
}
