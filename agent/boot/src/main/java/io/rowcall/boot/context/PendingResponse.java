package io.rowcall.boot.context;

import io.rowcall.boot.request.Request;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Response to a request whose servlet has gone asynchronous. Whichever thread commits it finds it
 * through the servlet's request, so it carries the figures of its own request, and not those of the
 * request that the thread works for, such as one that notifies all listeners.
 *
 * <p>It carries none if there was any unattributed execution meanwhile: its own work may have
 * continued on a thread that is not followed, and a number that is too small is worse than none.
 *
 * <p>Any thread, lock-free.
 */
public final class PendingResponse {
  private static final int LEFT = 1;
  private static final int COMPLETED = 2;

  private static final AtomicInteger UNATTRIBUTED = new AtomicInteger();
  private static volatile boolean asyncStarted;

  private final Request request;
  private final int generation;
  private final int unattributedBefore = UNATTRIBUTED.get();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean timingSet;
  private volatile boolean over;

  public PendingResponse(Request request) {
    this.request = request;
    this.generation = request.generation();
  }

  /** A request is about to go asynchronous. */
  public static void onAsyncStarted() {
    asyncStarted = true;
  }

  /** Whether any request of the JVM has gone asynchronous. */
  public static boolean mayExist() {
    return asyncStarted;
  }

  /** An execution belongs to no request: any that is asynchronous may have caused it. */
  public static void onUnattributedExecution() {
    if (asyncStarted) {
      UNATTRIBUTED.incrementAndGet();
    }
  }

  /** The pending response of a request, or null. */
  public static @Nullable PendingResponse of(Request request) {
    return (PendingResponse) request.pendingResponse;
  }

  /** Whether unattributed executions may belong to a request with a pending response. */
  public static boolean isAmbiguous(Request request) {
    PendingResponse response = of(request);
    return response != null && response.isAmbiguous();
  }

  private boolean isAmbiguous() {
    return unattributedBefore != UNATTRIBUTED.get();
  }

  /** The request; null when it is over, or its figures may be too small. */
  @Nullable Request request() {
    return over || request.generation() != generation || isAmbiguous() ? null : request;
  }

  /** The thread that started the asynchronous work leaves; true if that has been completed. */
  public boolean leave() {
    return reach(LEFT);
  }

  /** The asynchronous work is being completed; true if its thread has left. */
  public boolean complete() {
    return reach(COMPLETED);
  }

  /** The later of the two ends sets the headers: nothing more is executed then. */
  private boolean reach(int end) {
    int before;
    do {
      before = done.get();
    } while (!done.compareAndSet(before, before | end));
    boolean both = (before | end) == (LEFT | COMPLETED);
    if (both) {
      timingSet = true;
    }
    return both;
  }

  boolean isTimingSet() {
    return timingSet;
  }

  /** The request is handed over. */
  void onEnd() {
    over = true;
  }

  public boolean isOver() {
    return over;
  }
}
