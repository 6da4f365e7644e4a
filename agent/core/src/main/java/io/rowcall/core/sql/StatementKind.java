package io.rowcall.core.sql;

/**
 * Kind of a statement. A text of several statements has the kind of the first that is neither
 * {@link #TRANSACTION}, {@link #INFRASTRUCTURE} nor {@link #OTHER}.
 */
public enum StatementKind {
  /** SELECT, VALUES and TABLE, with or without a WITH. */
  SELECT,
  /** INSERT and REPLACE, with or without an ON CONFLICT. */
  INSERT,
  UPDATE,
  DELETE,
  /** MERGE and UPSERT. */
  MERGE,
  /** CALL, EXECUTE, DO and anonymous blocks. */
  CALL,
  /** Changes of the schema or of privileges, and TRUNCATE. */
  DDL,
  /** BEGIN, COMMIT, ROLLBACK, SAVEPOINT, SET TRANSACTION and so on. */
  TRANSACTION,
  /**
   * Statements that libraries send by themselves: validation ({@code SELECT 1}), sequences, SET,
   * SHOW, EXPLAIN, catalog queries, and the history tables of migration tools.
   */
  INFRASTRUCTURE,
  OTHER
}
