package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/**
 * SQL text of unknown dialect, in place of a {@link SqlStatement} on a prepared statement: a pool
 * or another wrapper has prepared it, and no driver was called yet. The first execution that
 * reaches a driver resolves it. Confined to the thread that uses the statement.
 */
public final class UnresolvedSql {
  private final String sql;
  private @Nullable SqlStatement statement;
  private boolean certain;

  public UnresolvedSql(String sql) {
    this.sql = sql;
  }

  /** The statement, normalized in the first dialect that is known; conservatively before. */
  public SqlStatement resolve(int dialect) {
    SqlStatement known = statement;
    if (known == null || (!certain && dialect != SqlCache.UNKNOWN)) {
      known = SqlCache.get(sql, dialect);
      statement = known;
      certain = dialect != SqlCache.UNKNOWN;
    }
    return known;
  }

  /** The statement that it was executed as last; null before. */
  public @Nullable SqlStatement resolved() {
    return statement;
  }
}
