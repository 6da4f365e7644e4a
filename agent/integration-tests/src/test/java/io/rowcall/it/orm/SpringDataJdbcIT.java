package io.rowcall.it.orm;

/** Aggregates of Spring Data JDBC. */
final class SpringDataJdbcIT extends MapperContract {

  SpringDataJdbcIT() {
    super(
        "spring-data-jdbc",
        "spring/SpringDataLibrary.java",
        "loaded eagerly by Spring Data",
        "In Spring Data: a query of your own",
        "saveAll");
  }

  /** Spring Data reads both in one call. */
  @Override
  String parentMark() {
    return "loop";
  }
}
