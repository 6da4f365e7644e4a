package io.rowcall.it.orm;

/** Spring Data JDBC: aggregates, whose parts are loaded eagerly. */
final class SpringDataJdbcIT extends MapperContract {

  SpringDataJdbcIT() {
    super(
        "spring-data-jdbc",
        "spring/SpringDataLibrary.java",
        "loaded eagerly by Spring Data",
        "In Spring Data: a query of your own",
        "saveAll");
  }

  /** One call of Spring Data reads both the authors and their books. */
  @Override
  String parentMark() {
    return "loop";
  }
}
