package io.rowcall.boot.request;

import java.util.Arrays;

/**
 * Call sites that the engine wants from the requests of one endpoint: those of every statement
 * while the endpoint is new, then those of single statements whose findings lack a line.
 *
 * <p>Set by the engine, claimed by the requests' threads. Plain fields: a race captures one stack
 * more or less, and a finding that still lacks a line demands it again.
 */
public final class CallSiteDemand {
  /** Executions of a statement in one request whose call sites are captured while it is new. */
  static final int FIRST_EXECUTIONS = 5;

  /** Executions of a statement in one request whose call sites are captured on demand. */
  static final int MAX_EXECUTIONS = 16;

  /** Requests that still count as an endpoint's first, after the engine has learned of it. */
  private static final int FIRST_REQUESTS = 2;

  private int firstRequests = FIRST_REQUESTS;

  /** Stacks still wanted, by the statement's ordinal. */
  private byte[] stacks = new byte[0];

  /**
   * Demands the call sites of a statement from the next requests that execute it. Called by the
   * engine.
   *
   * @return false when they are pending already, and none has been captured since
   */
  public boolean request(SqlStatement statement) {
    statement.renewDemandLookups();
    if (isPending(statement)) {
      return false;
    }
    int ordinal = statement.ordinal;
    byte[] known = stacks;
    if (ordinal >= known.length) {
      known = Arrays.copyOf(known, Math.max(ordinal + 1, known.length * 2));
    }
    known[ordinal] = MAX_EXECUTIONS;
    stacks = known;
    return true;
  }

  /** Whether a call site of the statement is still wanted. */
  public boolean isPending(SqlStatement statement) {
    byte[] known = stacks;
    return statement.ordinal < known.length && known[statement.ordinal] > 0;
  }

  /** Drops the demand for a statement. */
  public void cancel(SqlStatement statement) {
    if (isPending(statement)) {
      stacks[statement.ordinal] = 0;
    }
  }

  /** Claims one of the stacks that are wanted; false when there is none. */
  boolean claim(SqlStatement statement) {
    if (!isPending(statement)) {
      return false;
    }
    stacks[statement.ordinal]--;
    return true;
  }

  /** Whether a request that has just looked here is one of the endpoint's first. */
  boolean isNew() {
    return firstRequests > 0 && firstRequests-- > 0;
  }
}
