package io.rowcall.it.orm;

/** Loops over Jdbi. */
final class JdbiIT extends MapperContract {

  JdbiIT() {
    super(
        "jdbi", "JdbiLibrary.java", "executed through Jdbi", "In Jdbi: @BindList", "PreparedBatch");
  }
}
