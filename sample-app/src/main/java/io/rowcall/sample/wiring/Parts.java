package io.rowcall.sample.wiring;

/**
 * Parts of the optimization that can be switched independently of the statements.
 *
 * @param cache in the baseline: of complete responses
 * @param parallel queries; in the baseline: those in the loop over the rows
 * @param algorithm for the evolution of patterns; in the optimized form the database runs it
 */
public record Parts(Applied cache, Applied parallel, Applied algorithm) {

  public static final Parts DEFAULT =
      new Parts(Applied.OPTIMIZED, Applied.OPTIMIZED, Applied.OPTIMIZED);

  public Parts withCache(Applied form) {
    return new Parts(form, parallel, algorithm);
  }

  public Parts withParallel(Applied form) {
    return new Parts(cache, form, algorithm);
  }

  public Parts withAlgorithm(Applied form) {
    return new Parts(cache, parallel, form);
  }
}
