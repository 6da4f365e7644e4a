package io.rowcall.boot.request;

import java.util.Arrays;

/**
 * Sums per statement of the executions that have no row in an {@link ExecutionLog}. Arrays are
 * indexed by the statement's ordinal.
 */
public final class Overflow {
  private static final int FIRST_CAPACITY = 64;

  public SqlStatement[] statements = new SqlStatement[FIRST_CAPACITY];
  public long[] executions = new long[FIRST_CAPACITY];
  public long[] nanos = new long[FIRST_CAPACITY];
  public long[] errors = new long[FIRST_CAPACITY];

  /** Commands in batches. */
  public long[] batched = new long[FIRST_CAPACITY];

  private long total;
  private long calls;

  Overflow() {}

  void add(int ordinal, SqlStatement statement, long elapsedNanos, int batch, boolean failed) {
    add(ordinal, statement, 1, elapsedNanos, batch, failed ? 1 : 0);
  }

  void addAll(Overflow other) {
    for (int i = 0; i < other.executions.length; i++) {
      if (other.executions[i] > 0) {
        add(
            i,
            other.statements[i],
            other.executions[i],
            other.nanos[i],
            other.batched[i],
            other.errors[i]);
      }
    }
  }

  private void add(
      int ordinal,
      SqlStatement statement,
      long count,
      long elapsedNanos,
      long commands,
      long failures) {
    if (ordinal >= executions.length) {
      int capacity = Math.max(ordinal + 1, executions.length * 2);
      statements = Arrays.copyOf(statements, capacity);
      executions = Arrays.copyOf(executions, capacity);
      nanos = Arrays.copyOf(nanos, capacity);
      errors = Arrays.copyOf(errors, capacity);
      batched = Arrays.copyOf(batched, capacity);
    }
    statements[ordinal] = statement;
    executions[ordinal] += count;
    nanos[ordinal] += elapsedNanos;
    batched[ordinal] += commands;
    errors[ordinal] += failures;
    total += count;
    if (statement.isCall()) {
      calls += count;
    }
  }

  /** Executions and outgoing calls. */
  long total() {
    return total;
  }

  /** Outgoing calls. */
  long calls() {
    return calls;
  }
}
