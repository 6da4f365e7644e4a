package io.rowcall.boot.request;

/**
 * Lifecycle of branches: opened by a thread that enters a request, joined when its task has ended,
 * harvested by the engine when the request ends first.
 */
public final class Branches {
  /**
   * Instead of published call sites: the thread of the branch is done, and all of it is visible.
   */
  private static final int ENDED = -1;

  private Branches() {}

  /** Opens a branch for a task of a request, which may be over. */
  public static Request open(RequestContext context) {
    Request branch = RequestQueue.acquire();
    branch.branchFrom(context);
    return branch;
  }

  /**
   * The thread of a branch has executed a statement.
   *
   * @return the branch to log into from now on: another one when this one is full, or when its
   *     request is over and the execution had to be handed over
   */
  public static Request afterExecution(Request branch) {
    if (branch.publish() && branch.log.size() < ExecutionLog.COMMON_ROWS) {
      return branch;
    }
    RequestContext context = branch.contextOrNull();
    Request successor = open(context == null ? RequestContext.UNATTRIBUTED : context);
    successor.suspended.copy(branch.suspended);
    successor.task = branch.task;
    successor.ownsThread = branch.ownsThread;
    join(branch);
    return successor;
  }

  /** Ends a branch with its task: joins it, or hands it over if its request is closed. */
  public static void join(Request branch) {
    branch.endNanos = System.nanoTime();
    branch.suspended.clear();
    branch.task = null;
    Branch shared = branch.branch;
    if (shared != null && shared.join()) {
      branch.branch = null;
      RequestContext context = branch.context();
      merge(context, branch);
      context.onJoined();
    } else if (shared == null && branch.isEmpty()) {
      RequestQueue.release(branch);
    } else {
      handOverLate(branch);
    }
  }

  /**
   * Merges a branch into the joined log. The thread that takes this log out owns it until it is put
   * back, so no two threads write one log.
   */
  private static void merge(RequestContext context, Request branch) {
    if (branch.isEmpty()) {
      RequestQueue.release(branch);
      return;
    }
    Request own = branch;
    while (!context.putJoined(own)) {
      if (context.isClosed()) {
        handOverLate(own);
        return;
      }
      Request other = context.takeJoined();
      if (other != null) {
        for (int row = 0; row < own.log.size(); row++) {
          addRow(other, own, row, ENDED);
        }
        addTotals(other, own);
        RequestQueue.release(own);
        own = other;
      }
    }
  }

  /** Hands over a branch that its request did not wait for. */
  static void handOverLate(Request branch) {
    RequestContext context = branch.contextOrNull();
    branch.branch = null;
    branch.unattributed = context == null || context.isUnattributed();
    branch.ambiguous = context == RequestContext.AMBIGUOUS;
    branch.late = !branch.unattributed;
    long ageNanos = System.nanoTime() - branch.startNanos;
    branch.startMillis = System.currentTimeMillis() - ageNanos / 1_000_000;
    RequestQueue.finish(branch);
  }

  /**
   * Closes a finished request: adds what its branches have done, in chronological order. From here
   * on, their further executions are late. If the request is itself a branch, drops what its own
   * request has counted. Called by the engine, once for each request.
   */
  public static void close(Request request) {
    if (request.isBranch()) {
      dropHarvested(request);
      return;
    }
    RequestContext context = request.contextOrNull();
    if (context == null) {
      return;
    }
    int own = request.log.size();
    Branch running = context.close();
    Request joined = context.closeJoined();
    if (joined != null) {
      addRows(request, joined, joined.log.size(), ENDED);
      addTotals(request, joined);
      RequestQueue.release(joined);
    }
    for (Branch branch = running; branch != null; branch = branch.next) {
      Request log = branch.harvest();
      if (log != null) {
        long published = branch.published();
        log.harvestedRows = Branch.rowsOf(published);
        addRows(request, log, log.harvestedRows, Branch.callSitesOf(published));
      }
    }
    if (request.log.size() > own) {
      sortByStart(request);
    }
  }

  /**
   * Adds the first rows of a branch; those that started after the end are kept separately.
   *
   * @param sites call sites that a branch has published whose thread goes on, or {@link #ENDED}
   */
  private static void addRows(Request request, Request branch, int count, int sites) {
    for (int row = 0; row < count; row++) {
      boolean late = branch.log.publishedStartNanos(row) - request.endNanos > 0;
      addRow(late ? lateExecutionsOf(request) : request, branch, row, sites);
    }
  }

  private static Request lateExecutionsOf(Request request) {
    Request late = request.lateExecutions;
    if (late == null) {
      late = RequestQueue.acquire();
      late.detachFrom(request);
      request.lateExecutions = late;
    }
    return late;
  }

  /** Adds an execution of a branch, with its evidence. */
  private static void addRow(Request request, Request branch, int row, int sites) {
    int added = request.log.size();
    if (!request.log.copy(branch.log, row)) {
      return;
    }
    if (sites == ENDED) {
      request.evidence.copy(branch, row, added);
    } else {
      request.evidence.copyPublished(branch, sites, row, added);
    }
  }

  /** Adds everything that a branch has besides its rows. */
  private static void addTotals(Request request, Request branch) {
    request.log.addOverflow(branch.log);
    request.evidence.addTotals(branch.evidence);
    request.cacheLookups.addAll(branch.cacheLookups);
    request.transactions.addAll(branch.transactions);
    request.connections.addAll(branch.connections);
  }

  /** Drops the rows that the request has counted, and all evidence, which it has as well. */
  private static void dropHarvested(Request branch) {
    int count = Math.min(branch.harvestedRows, branch.log.size());
    if (count == 0) {
      return;
    }
    branch.log.dropFirst(count);
    branch.harvestedRows = 0;
    branch.evidence.drop();
  }

  /** Sorts the executions of several threads by start. */
  private static void sortByStart(Request request) {
    int[] movedTo = request.log.sortByStart();
    if (movedTo != null) {
      request.evidence.moveRows(movedTo);
    }
  }
}
