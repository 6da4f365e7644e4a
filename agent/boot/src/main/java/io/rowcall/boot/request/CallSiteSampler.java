package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/**
 * Decides which call sites and columns a request captures, by the demand of its endpoint. The
 * demand is looked up once per request, when an execution first needs it.
 */
final class CallSiteSampler {
  private @Nullable CallSiteDemand demand;
  private boolean resolved;
  private boolean newEndpoint;

  boolean isResolved() {
    return resolved;
  }

  /**
   * @param found the demand of the endpoint; null for an endpoint that the engine does not know
   */
  void resolve(@Nullable CallSiteDemand found) {
    resolved = true;
    demand = found;
    newEndpoint = found == null || found.isNew();
  }

  /** Claims one of the wanted call sites of a statement; false when none is wanted. */
  boolean claim(SqlStatement statement, int repeat) {
    if (demand != null && demand.claim(statement)) {
      return true;
    }
    return newEndpoint
        && repeat <= CallSiteDemand.FIRST_EXECUTIONS
        && statement.claimStackOfNewEndpoint();
  }

  /** Whether to watch the columns of a result of this statement. */
  boolean claimResult(SqlStatement statement) {
    return newEndpoint && statement.claimResultOfNewEndpoint();
  }

  boolean isOfUnknownEndpoint() {
    return resolved && demand == null;
  }

  void addAll(CallSiteSampler other) {
    resolved |= other.resolved;
    demand = demand == null ? other.demand : demand;
  }

  void clear() {
    demand = null;
    resolved = false;
    newEndpoint = false;
  }
}
