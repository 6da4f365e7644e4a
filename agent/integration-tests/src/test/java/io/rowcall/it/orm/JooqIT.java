package io.rowcall.it.orm;

/** jOOQ. */
final class JooqIT extends MapperContract {

  JooqIT() {
    super(
        "jooq",
        "JooqLibrary.java",
        "executed through jOOQ",
        "In jOOQ: MULTISET",
        "in jOOQ batch(…)");
  }
}
