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

  /** The same with six batches of two keys, in every form that the mapper or the database has. */
  default String inSmallBatches() throws Exception {
    return inBatches();
  }

  /** Saves {@code n} new books, of which the mapper cannot know that they are new. */
  default void saveNew(int n) throws Exception {
    addTogether(n);
  }

  /** Adds {@code n} books, an execution each. */
  void addOneByOne(int n) throws Exception;

  /** Adds {@code n} books as one batch. */
  void addTogether(int n) throws Exception;
}
