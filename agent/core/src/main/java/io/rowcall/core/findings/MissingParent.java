package io.rowcall.core.findings;

/** Why a loop has no parent among the queries of its request, as far as the request tells. */
public enum MissingParent {
  /** It has one, or nothing is known. */
  UNKNOWN,
  /** No query before it read more than one row: its keys came in, or from another service. */
  NOTHING_BEFORE,
  /** A cache answered: the list of keys may be its answer. */
  CACHE,
  /** Each looks whether a row exists, which is inserted then. */
  EXISTENCE_CHECK
}
