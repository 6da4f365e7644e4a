package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link StatementState} keeps in place of a {@link SqlStatement} while nobody knows whose
 * dialect the text is in: it was prepared by a pool or another wrapper, and no driver was asked
 * yet. The first execution that reaches a driver tells. Confined to the thread that uses the
 * statement.
 */
public final class UnresolvedSql {
  private final String sql;
  private @Nullable SqlStatement statement;
  private boolean certain;

  public UnresolvedSql(String sql) {
    this.sql = sql;
  }

  /** The statement, read in the dialect that was known first; carefully while none is. */
  public SqlStatement in(int dialect) {
    SqlStatement known = statement;
    if (known == null || (!certain && dialect != SqlCache.UNKNOWN)) {
      known = SqlCache.of(sql, dialect);
      statement = known;
      certain = dialect != SqlCache.UNKNOWN;
    }
    return known;
  }

  /** The statement as which it was executed last; null before. */
  public @Nullable SqlStatement executed() {
    return statement;
  }
}
