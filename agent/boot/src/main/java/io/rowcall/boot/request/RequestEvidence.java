package io.rowcall.boot.request;

import io.rowcall.boot.state.StatementState;
import org.jspecify.annotations.Nullable;

/**
 * Selects the evidence that a request captures besides its counts: call sites, for {@link
 * Request#callSites}, and values of columns and parameters, for {@link Request#values}. A recording
 * gets all of it; any other request captures only what the engine still needs for its findings.
 *
 * <p>Part of a {@link Request}, created with it and cleared with it. Used by the thread that owns
 * the request, once per execution, so nothing here allocates unless it keeps a value.
 */
public final class RequestEvidence {
  /** Results of one statement whose columns one request watches unless the engine wants more. */
  private static final int WATCHED_RESULTS = 2;

  private final Request request;
  private final CallSiteSampler sampler = new CallSiteSampler();

  /** Recordings that the request may count for; {@code context.Recording}. */
  private Object @Nullable [] recordings;

  /** True while the request is recorded, and in each of its branches. */
  private boolean capturesAll;

  RequestEvidence(Request request) {
    this.request = request;
  }

  // ---- Recordings ----

  /** Assigns the request to recordings: all evidence is captured for them. */
  public void recordFor(Object[] candidates) {
    recordings = candidates;
    capturesAll = true;
  }

  /** Captures what the root of a branch captures. */
  void inherit(RequestContext context) {
    capturesAll = context.capturesAll();
  }

  /** Recordings that the request may count for; null for none. */
  public Object @Nullable [] recordings() {
    return recordings;
  }

  public boolean isRecorded() {
    return recordings != null;
  }

  /** Recordings that the root counts for, while it is open. */
  public Object @Nullable [] openRecordings() {
    if (!request.isBranch()) {
      return recordings;
    }
    RequestContext context = request.contextOrNull();
    return context == null || context.isOver() ? null : context.recordings();
  }

  boolean capturesAll() {
    return capturesAll;
  }

  // ---- Call sites ----

  /**
   * Whether to capture the call site of the last execution: always for recordings; otherwise while
   * the endpoint is new, or while the engine demands those of this statement.
   *
   * @param repeat how often the request has executed the statement
   */
  public boolean isCallSiteWanted(SqlStatement statement, int repeat) {
    if (capturesAll) {
      return !request.callSites.isFull();
    }
    return repeat <= CallSiteDemand.MAX_EXECUTIONS
        && statement.hasDemandLookups()
        && isDemanded(statement, repeat);
  }

  private boolean isDemanded(SqlStatement statement, int repeat) {
    if (repeat == 1) {
      statement.onDemandLookup();
    }
    if (request.callSites.isFull() || request.late) {
      return false;
    }
    if (!sampler.isResolved()) {
      Request root = request.root();
      sampler.resolve(root == null ? null : CallSiteDemands.find(root.method, root.path));
    }
    return sampler.claim(statement, repeat);
  }

  /** Whether the demand of its endpoint was looked up and not found: the engine has to add it. */
  public boolean isOfUnknownEndpoint() {
    return sampler.isOfUnknownEndpoint();
  }

  /** Adds the call site of the last execution. */
  public void addCallSite(Object site) {
    request.callSites.add(request.log.size() - 1, site);
  }

  // ---- Values ----

  /**
   * Watches the columns of the last execution's result, if they are wanted: by the engine, for a
   * recording, or because the endpoint is new, so that its first request is evidence enough.
   */
  public void watchColumns(SqlStatement lastStatement) {
    if (lastStatement.resultsToWatch > 0) {
      lastStatement.resultsToWatch--;
      request.values.watchColumns(request.log.size() - 1);
    } else if (request.log.repeats(lastStatement) <= WATCHED_RESULTS
        && (capturesAll || sampler.claimResult(lastStatement))) {
      request.values.watchColumns(request.log.size() - 1);
    }
  }

  /** Keeps a value that was read from a watched column, unless the request is over. */
  public void recordColumn(int position, int column, @Nullable String label, long hash) {
    if (request.isCurrent(position)) {
      request.values.recordColumn(Request.rowOf(position), column, label, hash);
    }
  }

  /** Keeps the parameters of the last execution, if there are columns that they may be from. */
  public void recordParameters(StatementState parameters) {
    ExecutionLog log = request.log;
    if ((capturesAll || watchesColumns()) && log.isLastLogged()) {
      request.values.recordParameters(log.size() - 1, parameters);
    }
  }

  /** Whether the request, on this thread or its own, watches columns. */
  private boolean watchesColumns() {
    return ColumnValues.watching && (request.values.watchesColumns() || rootWatchesColumns());
  }

  /** A plain read of what another thread writes: at worst, evidence is lost. */
  private boolean rootWatchesColumns() {
    Request root = request.isBranch() ? request.root() : null;
    return root != null && root.values.watchesColumns();
  }

  // ---- Branches ----

  /** Copies the evidence of a row of a branch that has ended, which is {@code row} here. */
  void copy(Request branch, int branchRow, int row) {
    request.values.copy(branch.values, branchRow, row);
    request.callSites.copy(branch.callSites, branch.callSites.size(), branchRow, row);
  }

  /**
   * Copies the call sites of a row of a branch that is still running. Its values are left out: they
   * are recorded while results are read, so that nothing publishes them.
   *
   * @param published call sites of the branch
   */
  void copyPublished(Request branch, int published, int branchRow, int row) {
    request.callSites.copy(branch.callSites, published, branchRow, row);
  }

  void moveRows(int[] movedTo) {
    request.values.moveRows(movedTo);
    request.callSites.moveRows(movedTo);
  }

  void addTotals(RequestEvidence branch) {
    sampler.addAll(branch.sampler);
  }

  /** Drops what was captured, and continues to capture. */
  void drop() {
    request.callSites.clear();
    request.values.clear();
  }

  void clear() {
    drop();
    sampler.clear();
    recordings = null;
    capturesAll = false;
  }
}
