package io.rowcall.core.sql;

/**
 * What a statement does. Of several statements in one text, the first that is neither {@link
 * #TRANSACTION}, {@link #INFRASTRUCTURE} nor {@link #OTHER} counts.
 */
public enum StatementKind {
  /** Reads: SELECT, VALUES, TABLE, and WITH before them. */
  SELECT,
  /** INSERT and REPLACE, with or without an ON CONFLICT. */
  INSERT,
  UPDATE,
  DELETE,
  /** MERGE and UPSERT. */
  MERGE,
  /** CALL, EXECUTE, DO and anonymous blocks. */
  CALL,
  /** Everything that changes the schema or the grants, TRUNCATE included. */
  DDL,
  /** BEGIN, COMMIT, ROLLBACK, SAVEPOINT, SET TRANSACTION and their like. */
  TRANSACTION,
  /**
   * What libraries send on their own account: validation ({@code SELECT 1}), sequences, SET, SHOW,
   * EXPLAIN, reads of the catalog, and the tables in which migrations keep their history.
   */
  INFRASTRUCTURE,
  OTHER
}
