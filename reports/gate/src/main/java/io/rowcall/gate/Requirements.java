package io.rowcall.gate;

/**
 * Requirements for a run to be evaluated at all.
 *
 * @param minRequests number of requests to all endpoints together
 * @param complete level of a run in which the agent dropped something or counted it as {@code
 *     (other)}
 * @param unused level of budget entries that match nothing
 */
record Requirements(long minRequests, Level complete, Level unused) {
  static final Requirements DEFAULT = new Requirements(1, Level.ERROR, Level.WARN);
}
