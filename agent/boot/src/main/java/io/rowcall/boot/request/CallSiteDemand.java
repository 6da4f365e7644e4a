package io.rowcall.boot.request;

import java.util.Arrays;

/**
 * Call sites that the requests of one endpoint are asked for: those of every statement while the
 * endpoint is new, then those of single statements whose findings lack a line.
 *
 * <p>The engine asks, the requests' threads take. Plain fields: a race costs a stack more or less,
 * and an endpoint that misses one is asked again.
 */
public final class CallSiteDemand {
  /** Executions of a statement in one request whose call sites are taken while it is new. */
  static final int FIRST_EXECUTIONS = 5;

  /** Executions of a statement in one request whose call sites are taken on demand. */
  static final int MAX_EXECUTIONS = 16;

  /** Requests that still count as an endpoint's first, after the engine has heard of it. */
  private static final int FIRST_REQUESTS = 2;

  private int firstRequests = FIRST_REQUESTS;

  /** Stacks still to be taken, by the statement's ordinal. */
  private byte[] stacks = new byte[0];

  /**
   * The next requests that execute the statement bring its call sites. The engine.
   *
   * @return false when they are asked already, and none has come since
   */
  public boolean ask(SqlStatement statement) {
    statement.lookUpDemand();
    if (isAsked(statement)) {
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

  /** Whether a call site of the statement is still asked for. */
  public boolean isAsked(SqlStatement statement) {
    byte[] known = stacks;
    return statement.ordinal < known.length && known[statement.ordinal] > 0;
  }

  /** As if its stacks had been taken. */
  public void forget(SqlStatement statement) {
    if (isAsked(statement)) {
      stacks[statement.ordinal] = 0;
    }
  }

  /** Takes one of the stacks that were asked for; false when there is none. */
  boolean take(SqlStatement statement) {
    if (!isAsked(statement)) {
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
