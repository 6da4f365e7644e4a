package io.rowcall.gate;

/**
 * A limit that can be lowered.
 *
 * @param to the maximum of the run, below the limit
 */
record LoweredLimit(Limit limit, long to) {}
