package io.rowcall.agent;

/** Loops over Jdbi. */
final class JdbiIT extends MapperContract {

  JdbiIT() {
    super(
        "jdbi", "JdbiLibrary.java", "executed through Jdbi", "In Jdbi: @BindList", "PreparedBatch");
  }
}
