package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.CallCache;
import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PendingExecution;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.state.WeakIdentityMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of the clients of other services: outgoing calls, each counted once, by the outermost
 * client on the thread. What a JDBC driver sends over HTTP is part of an execution.
 *
 * <p>A call is framed: {@link #beforeCall} returns the thread's state, or null inside of another
 * call, and {@link #afterCall} tells whether to record it. A call that blocks is then recorded with
 * its duration. An asynchronous call is recorded when its start returns, and timed until it
 * completes: either with the {@link CompletionStage} that it returns, or with any object of the
 * library that takes part in both ends ({@link #complete}).
 *
 * <p><b>Threads:</b> the application's and the client's. <b>Budget of a framed call:</b> that of an
 * execution, and a hash of its URL; no allocation, no lock. Neither URLs nor keys are kept.
 */
public final class CallHooks {
  static final int FIRST_SERVER_ERROR = 500;
  private static final int BUCKETS = 1024;

  /** Asynchronous calls by the object of the library that will report their end. */
  private static final WeakIdentityMap<PendingExecution> PENDING =
      WeakIdentityMap.unbounded(BUCKETS);

  private CallHooks() {}

  // ---- Frames ----

  /**
   * @return the value to pass to {@link #afterCall}; null inside another call
   */
  public static @Nullable ThreadState beforeCall() {
    ThreadState thread = ThreadState.current();
    if (thread.calling || thread.executing) {
      return null;
    }
    thread.calling = true;
    thread.callPending = null;
    thread.callStartNanos = System.nanoTime();
    return thread;
  }

  /**
   * After a call, or its start, has returned or thrown. First of all, so that no failure of the
   * advice can leave the thread inside the call.
   *
   * @return whether to record it
   */
  public static boolean afterCall(@Nullable ThreadState thread) {
    if (thread == null) {
      return false;
    }
    thread.calling = false;
    thread.callNanos = System.nanoTime() - thread.callStartNanos;
    return true;
  }

  // ---- Calls that block ----

  /**
   * Records an HTTP call.
   *
   * @param host host and port, for a URL that has none itself
   * @param status of the response; 0 when there is none
   */
  public static void recordHttp(
      @Nullable ThreadState thread,
      Object client,
      @Nullable String method,
      @Nullable String host,
      @Nullable String url,
      int status,
      boolean failed) {
    String location = url == null ? "" : url;
    record(
        thread,
        client,
        CallCache.http(method, host, location),
        CallCache.hash(location),
        failed || status >= FIRST_SERVER_ERROR,
        null);
  }

  /**
   * Records a command.
   *
   * @param target what it applies to, such as a collection; null for nothing that has a name
   * @param valueHash hash of the values that it is called with
   */
  public static void recordCommand(
      @Nullable ThreadState thread,
      Object client,
      CallKind kind,
      String command,
      @Nullable String target,
      long valueHash,
      boolean failed) {
    SqlStatement call = CallCache.command(kind, command, target == null ? "" : target);
    record(thread, client, call, valueHash, failed, null);
  }

  /** Hash of several values, from the hash of those before; 0 at first. */
  public static long hash(long before, byte @Nullable [] value) {
    long hash = before == 0 ? 0xcbf29ce484222325L : before;
    if (value != null) {
      for (byte b : value) {
        hash = (hash ^ b) * 0x100000001b3L;
      }
    }
    return hash * 31 + 1;
  }

  // ---- Asynchronous calls ----

  /**
   * Records an HTTP call that was started.
   *
   * @param end the stage or the object that reports its end; null when that is not known
   * @param failed whether it could not be started
   */
  public static void startHttp(
      @Nullable ThreadState thread,
      Object client,
      @Nullable String method,
      @Nullable String host,
      @Nullable String url,
      @Nullable Object end,
      boolean failed) {
    String location = url == null ? "" : url;
    SqlStatement call = CallCache.http(method, host, location);
    start(thread, client, call, CallCache.hash(location), end, failed);
  }

  /** Tells the call that the thread is inside of what it requests. */
  public static void describeHttp(
      @Nullable String method, @Nullable String host, @Nullable String url) {
    ThreadState thread = ThreadState.current();
    if (thread.calling) {
      thread.callMethod = method;
      thread.callHost = host;
      thread.callUrl = url;
    }
  }

  /** Tells the call that the thread is inside of which object will report its end. */
  public static void describeEnd(@Nullable Object end) {
    ThreadState thread = ThreadState.current();
    if (thread.calling && thread.callPending == null && end != null) {
      // Before it is sent: another thread may complete it at once.
      PendingExecution pending = new PendingExecution(thread.callStartNanos);
      thread.callPending = pending;
      PENDING.put(end, pending);
    }
  }

  /**
   * As {@link #startHttp}, for a call that was described.
   *
   * @param end the object that reports its end, unless it was described as well
   */
  public static void startDescribedHttp(
      @Nullable ThreadState thread, Object client, @Nullable Object end, boolean failed) {
    if (thread == null) {
      return;
    }
    String method = thread.callMethod;
    String host = thread.callHost;
    String url = thread.callUrl;
    PendingExecution known = thread.callPending;
    thread.callPending = null;
    thread.callMethod = null;
    thread.callHost = null;
    thread.callUrl = null;
    if (known == null || failed) {
      startHttp(thread, client, method, host, url, end, failed);
    } else {
      String location = url == null ? "" : url;
      SqlStatement call = CallCache.http(method, host, location);
      record(thread, client, call, CallCache.hash(location), false, known);
    }
  }

  /** Records a command that was started; see {@link #startHttp} and {@link #recordCommand}. */
  public static void startCommand(
      @Nullable ThreadState thread,
      Object client,
      CallKind kind,
      String command,
      @Nullable String target,
      long valueHash,
      @Nullable Object end,
      boolean failed) {
    SqlStatement call = CallCache.command(kind, command, target == null ? "" : target);
    start(thread, client, call, valueHash, end, failed);
  }

  private static void start(
      @Nullable ThreadState thread,
      Object client,
      SqlStatement call,
      long valueHash,
      @Nullable Object end,
      boolean failed) {
    if (end == null || thread == null || failed) {
      record(thread, client, call, valueHash, failed, null);
    } else {
      PendingExecution pending = new PendingExecution(thread.callStartNanos);
      record(thread, client, call, valueHash, false, pending);
      completeWith(end, pending);
    }
  }

  private static void record(
      @Nullable ThreadState thread,
      Object client,
      SqlStatement call,
      long valueHash,
      boolean failed,
      @Nullable PendingExecution pending) {
    if (thread != null) {
      long nanos = pending == null ? thread.callNanos : 0;
      ExecutionRecorder.recordCall(
          thread, call, thread.callStartNanos, nanos, valueHash, failed, client, pending);
    }
  }

  /** Completes with a stage, or with what {@link #complete} reports; at once if it has ended. */
  private static void completeWith(Object end, PendingExecution pending) {
    try {
      if (end instanceof CompletionStage<?>) {
        ((CompletionStage<?>) end).whenComplete(new CallCompletion(pending));
        return;
      }
      PENDING.put(end, pending);
      if (end instanceof Future<?> && ((Future<?>) end).isDone()) {
        complete(end, 0, false);
      }
    } catch (Throwable ours) {
      Engine.suppress(ours); // Its duration is unknown; the call is counted.
    }
  }

  /** Whether a call that ends with this object was started, and has not ended. */
  public static boolean isPending(Object end) {
    return PENDING.get(end) != null;
  }

  /** The end of an asynchronous call; nothing when it was not counted. Any thread. */
  public static void complete(@Nullable Object end, int status, boolean failed) {
    PendingExecution pending = end == null ? null : PENDING.get(end);
    if (end != null && pending != null) {
      PENDING.remove(end, pending);
      pending.complete(failed || status >= FIRST_SERVER_ERROR);
    }
  }
}
