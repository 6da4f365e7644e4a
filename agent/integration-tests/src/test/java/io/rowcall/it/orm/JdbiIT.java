package io.rowcall.it.orm;

/** Jdbi. */
final class JdbiIT extends MapperContract {

  JdbiIT() {
    super(
        "jdbi", "JdbiLibrary.java", "executed through Jdbi", "In Jdbi: @BindList", "PreparedBatch");
  }
}
