package io.rowcall.core.findings.nplusone;

/** Relation between the rows of a parent and the executions made for them, the weakest first. */
public enum RowMatch {
  /** No rows explain the executions. */
  NONE,
  /** More than half as many distinct binds as rows: a first-level cache answered the rest. */
  FEWER,
  /** A small multiple of the rows: several executions for each. */
  SEVERAL,
  /** Each execution is made for a row of an earlier one: a walk through a tree. */
  OWN_ROWS,
  /** Every execution returns the same rows, and there is one execution for each of them. */
  SAME_ROWS,
  /** As many executions as rows. */
  EXACT
}
