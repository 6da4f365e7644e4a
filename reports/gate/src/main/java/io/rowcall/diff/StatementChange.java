package io.rowcall.diff;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement in two runs. The most executions in one request of any endpoint determine the change.
 * The total number of executions depends on the load and is only informative.
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
      @Nullable Statement base, @Nullable Statement current, long baseMax, long newMax) {
    var absent = new Statement();
    Statement before = base == null ? absent : base;
    Statement after = current == null ? absent : current;
    Statement shown = current == null ? before : after;
    return new StatementChange(
        base == null
            ? Change.NEW
            : current == null ? Change.GONE : Change.of(new long[] {baseMax}, new long[] {newMax}),
        shown.id,
        shown.sql,
        baseMax,
        newMax,
        before.executions,
        after.executions);
  }

  /** Larger changes are listed first. */
  long magnitude() {
    return Math.abs(newMax - baseMax);
  }
}
