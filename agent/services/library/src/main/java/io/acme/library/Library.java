package io.acme.library;

/** What a mapper does with authors and their books. */
public interface Library {
  /** Every author with its books: one execution, and one more for each author. */
  String oneByOne() throws Exception;

  /** The same with one execution or two. */
  String together() throws Exception;

  /** The same with a batch of keys per execution, where the mapper has a setting for it. */
  default String inBatches() throws Exception {
    return together();
  }

  /** Adds {@code n} books, an execution each. */
  void addOneByOne(int n) throws Exception;

  /** Adds {@code n} books as one batch. */
  void addTogether(int n) throws Exception;
}
