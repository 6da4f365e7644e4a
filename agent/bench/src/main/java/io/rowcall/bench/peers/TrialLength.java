package io.rowcall.bench.peers;

/**
 * Length of a trial.
 *
 * @param warmUpMillis least warm-up in ms, at most four times as long
 * @param batches measured batches of about 200 ms
 */
record TrialLength(int warmUpMillis, int batches) {
  static final TrialLength FULL = new TrialLength(8_000, 25);

  /** For a check that everything works. */
  static final TrialLength QUICK = new TrialLength(1_000, 5);
}
