package io.rowcall.boot;

import io.rowcall.boot.context.MainJob;
import io.rowcall.boot.context.PendingResponse;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PendingExecution;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.state.StatementState;
import org.jspecify.annotations.Nullable;

/**
 * Records an execution where it belongs: in the request of the thread, or as an unattributed one.
 * Counts first: whatever fails afterwards, the execution is in a log; and whatever fails before, it
 * is counted under no request.
 */
final class ExecutionRecorder {
  private ExecutionRecorder() {}

  /**
   * @param parameters the state that has the parameters of the execution, or null
   * @param jdbcObject the statement that the application has called
   * @param resultSet the result, if it is one
   */
  static void record(
      ThreadState thread,
      SqlStatement statement,
      long nanos,
      long bindHash,
      @Nullable StatementState parameters,
      int batch,
      boolean failed,
      Object jdbcObject,
      @Nullable Object resultSet) {
    try {
      recordWhereItBelongs(
          thread, statement, nanos, bindHash, parameters, batch, failed, jdbcObject, resultSet);
    } finally {
      if (thread.unrecorded) {
        thread.countUnrecorded();
      }
    }
  }

  private static void recordWhereItBelongs(
      ThreadState thread,
      SqlStatement statement,
      long nanos,
      long bindHash,
      @Nullable StatementState parameters,
      int batch,
      boolean failed,
      Object jdbcObject,
      @Nullable Object resultSet) {
    Request request = thread.request;
    if (request == null && thread.isMain) {
      request = MainJob.enter(thread);
    }
    if (request == null) {
      PendingResponse.onUnattributedExecution();
      long start = thread.executionStartNanos;
      recordUnattributed(
          thread, statement, start, nanos, bindHash, batch, failed, jdbcObject, null);
      ResultSetHooks.attachUnattributed(thread, statement, resultSet);
      return;
    }
    thread.unattributedStatement = null;
    int repeat;
    try {
      repeat =
          request.log.append(statement, thread.executionStartNanos, nanos, bindHash, batch, failed);
      thread.unrecorded = false;
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return;
    }
    try {
      if (parameters != null) {
        request.evidence.recordParameters(parameters);
      }
      boolean wanted = request.evidence.isCallSiteWanted(statement, repeat);
      if (wanted || nanos > Settings.slowQueryNanos) {
        captureCallSite(request, jdbcObject);
      } else if (request.isUnattributed() && statement.isFirstUnattributed()) {
        captureOrigin(request, jdbcObject);
      }
      if (resultSet != null && !request.isUnattributed()) {
        ResultSetHooks.attach(request, statement, resultSet);
      }
    } finally {
      if (request.isBranch()) {
        publish(thread, request, statement, resultSet);
      }
    }
  }

  /**
   * Records an outgoing call.
   *
   * @param client the object that the application has called
   * @param pending has the duration when it ends; null when it has ended
   */
  static void recordCall(
      ThreadState thread,
      SqlStatement statement,
      long startNanos,
      long nanos,
      long bindHash,
      boolean failed,
      Object client,
      @Nullable PendingExecution pending) {
    Request request = thread.request;
    if (request == null && thread.isMain) {
      request = MainJob.enter(thread);
    }
    if (request == null) {
      recordUnattributed(
          thread, statement, startNanos, nanos, bindHash, 0, failed, client, pending);
      return;
    }
    int repeat;
    try {
      repeat = request.log.append(statement, startNanos, nanos, bindHash, 0, failed);
      if (pending != null) {
        request.log.attach(pending);
      }
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return;
    }
    try {
      if (request.evidence.isCallSiteWanted(statement, repeat)) {
        captureCallSite(request, client);
      }
    } finally {
      if (request.isBranch()) {
        publish(thread, request, statement, null);
      }
    }
  }

  /**
   * Records an asynchronous execution, which has just started.
   *
   * @param callSite of its assembly; null if it was not captured
   */
  static void recordStart(
      ThreadState thread,
      SqlStatement statement,
      long startNanos,
      long bindHash,
      int batch,
      Object caller,
      @Nullable Object callSite,
      PendingExecution pending) {
    Request request = thread.request;
    if (request == null && thread.isMain) {
      request = MainJob.enter(thread);
    }
    if (request == null) {
      PendingResponse.onUnattributedExecution();
      recordUnattributed(thread, statement, startNanos, 0, bindHash, batch, false, caller, pending);
      return;
    }
    try {
      request.log.append(statement, startNanos, 0, bindHash, batch, false);
      request.log.attach(pending);
    } catch (Throwable ours) {
      RequestQueue.countUnrecorded();
      Engine.suppress(ours);
      return;
    }
    try {
      if (callSite != null && request.log.isLastLogged()) {
        request.evidence.addCallSite(callSite);
      }
    } finally {
      if (request.isBranch()) {
        publish(thread, request, statement, null);
      }
    }
  }

  private static void publish(
      ThreadState thread, Request branch, SqlStatement statement, @Nullable Object resultSet) {
    if (branch.isUnattributed() && !statement.isCall()) {
      PendingResponse.onUnattributedExecution();
    }
    Request successor = Branches.afterExecution(branch);
    if (successor != branch) {
      thread.replaceBranch(successor);
      ResultSetHooks.attachUnattributed(thread, statement, resultSet);
    }
  }

  /**
   * An execution outside any request is handed over as a request of its own, without an endpoint.
   */
  private static void recordUnattributed(
      ThreadState thread,
      SqlStatement statement,
      long startNanos,
      long nanos,
      long bindHash,
      int batch,
      boolean failed,
      Object caller,
      @Nullable PendingExecution pending) {
    Request request;
    try {
      request = RequestQueue.acquire();
      request.log.append(statement, startNanos, nanos, bindHash, batch, failed);
      if (pending != null) {
        request.log.attach(pending);
      }
    } catch (Throwable ours) {
      if (!statement.isCall()) {
        RequestQueue.countUnrecorded();
        thread.unrecorded = false;
      }
      Engine.suppress(ours);
      return;
    }
    request.unattributed = true;
    request.startNanos = startNanos;
    request.endNanos = request.startNanos + nanos;
    try {
      boolean slow = nanos > Settings.slowQueryNanos;
      if (slow) {
        request.startMillis = System.currentTimeMillis();
      }
      if (!statement.isCall() && statement.isFirstUnattributed()) {
        captureOrigin(request, caller);
      } else if (slow) {
        captureCallSite(request, caller);
      }
    } finally {
      RequestQueue.finish(request);
      thread.unrecorded = false;
    }
  }

  /** Captures where an unattributed execution comes from, so that a user can name that place. */
  private static void captureOrigin(Request request, Object jdbcObject) {
    request.thread = Thread.currentThread().getName();
    captureCallSite(request, jdbcObject);
  }

  private static void captureCallSite(Request request, Object jdbcObject) {
    Engine engine = Engine.current();
    if (engine == null || !request.log.isLastLogged()) {
      return; // Beyond the log, there is no row for the call site.
    }
    Object site = engine.callSite(jdbcObject.getClass());
    if (site != null) {
      request.evidence.addCallSite(site);
    }
  }
}
