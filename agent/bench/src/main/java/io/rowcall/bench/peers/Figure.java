package io.rowcall.bench.peers;

/**
 * Measured figure.
 *
 * @param load what was run
 */
record Figure(String load, Quantity quantity) {

  /** What is measured of it. */
  enum Quantity {
    /** CPU time of the request's thread, per request. */
    CPU_NANOS,
    /** CPU time of all threads, per request. */
    PROCESS_NANOS,
    /** Bytes allocated by the request's thread, per request. */
    BYTES,
    /** Two clock reads. */
    CLOCK_NANOS,
    WARM_UP_REQUESTS,
    /** Change of the CPU time while it is measured, as a share. */
    DRIFT,
    /** Requests of all threads. */
    PER_SECOND,
    /** CPU time of the process. */
    CPU_MILLIS,
    WALL_MILLIS
  }
}
