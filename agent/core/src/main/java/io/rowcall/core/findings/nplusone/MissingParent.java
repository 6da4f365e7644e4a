package io.rowcall.core.findings.nplusone;

/** Reason why a loop has no parent among the queries of its request, the weakest first. */
public enum MissingParent {
  /** It has a parent, or the reason is unknown. */
  UNKNOWN,
  /** No earlier query read more than one row: the keys came with the request or from a service. */
  NOTHING_BEFORE,
  /** A cache answered: the list of keys may come from it. */
  CACHE,
  /** Each execution checks whether a row exists, which is then inserted. */
  EXISTENCE_CHECK;

  /** Whether the reason explains the loop as well as a parent would. */
  public boolean explainsLoop() {
    return this == CACHE || this == EXISTENCE_CHECK;
  }
}
