package io.rowcall.cli.diff;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement in both runs: the most executions in one request decide, of whichever endpoint. How
 * often it was executed in all depends on the load and only informs.
 */
@JsonPropertyOrder({"change", "id", "sql", "baseMax", "newMax", "baseExecutions", "newExecutions"})
record StatementChange(
    Change change,
    String id,
    String sql,
    long baseMax,
    long newMax,
    long baseExecutions,
    long newExecutions) {

  static StatementChange of(
      @Nullable Statement base, @Nullable Statement now, long baseMax, long newMax) {
    var none = new Statement();
    Statement before = base == null ? none : base;
    Statement after = now == null ? none : now;
    Statement said = now == null ? before : after;
    return new StatementChange(
        base == null
            ? Change.NEW
            : now == null ? Change.GONE : Change.of(new long[] {baseMax}, new long[] {newMax}),
        said.id,
        said.sql,
        baseMax,
        newMax,
        before.executions,
        after.executions);
  }

  long size() {
    return Math.abs(newMax - baseMax);
  }
}
