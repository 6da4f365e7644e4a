package io.rowcall.core.findings;

/** How the rows of a parent explain the repeats. */
public enum RowMatch {
  /** Nothing explains them. */
  NONE,
  /** More than half as many as the rows: a first-level cache has answered the rest. */
  FEWER,
  /** A small multiple of the rows: several executions for each. */
  SEVERAL,
  /** The repeats are made for the rows of the repeats before them: a walk through a tree. */
  OWN_ROWS,
  /** Each execution returns the same rows, and there is one for each of them. */
  SAME_ROWS,
  /** As many as the rows. */
  EXACT
}
