package io.acme.library;

/** Access to authors and books with one mapper. */
public interface Library {
  /** Reads every author and its books: one execution, and one more per author. */
  String oneByOne() throws Exception;

  /** Reads the same with at most two executions. */
  String together() throws Exception;

  /** Reads the same with a batch of keys per execution, if the mapper supports it. */
  default String inBatches() throws Exception {
    return together();
  }

  /** Reads the same in six batches of two keys, in every form of the mapper or database. */
  default String inSmallBatches() throws Exception {
    return inBatches();
  }

  /** Saves {@code n} new books that the mapper cannot recognize as new. */
  default void saveNew(int n) throws Exception {
    addTogether(n);
  }

  /** Adds {@code n} books, with one execution each. */
  void addOneByOne(int n) throws Exception;

  /** Adds {@code n} books as one batch. */
  void addTogether(int n) throws Exception;
}
