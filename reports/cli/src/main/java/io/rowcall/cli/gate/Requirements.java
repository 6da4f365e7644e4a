package io.rowcall.cli.gate;

/**
 * What a run must show to be judged at all.
 *
 * @param minRequests of all endpoints together
 * @param complete what becomes of a run that dropped something, or counts it as {@code (other)}
 * @param unused what becomes of entries of the budget that match nothing
 */
record Requirements(long minRequests, Level complete, Level unused) {
  static final Requirements USUAL = new Requirements(1, Level.ERROR, Level.WARN);
}
