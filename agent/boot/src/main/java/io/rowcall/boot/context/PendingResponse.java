package io.rowcall.boot.context;

import io.rowcall.boot.request.Request;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The response to a request whose servlet has gone asynchronous. Whoever commits it, on whatever
 * thread, finds it at the servlet's request: so it carries the figures of its own request, and not
 * those of the request that its thread may work for, such as one that tells all listeners.
 *
 * <p>It carries none when anything was executed for nobody since: its own work may have gone on on
 * a thread that is not followed, and a number that is too small is worse than none.
 *
 * <p>Any thread, no lock.
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
  private volatile boolean timed;
  private volatile boolean over;

  public PendingResponse(Request request) {
    this.request = request;
    this.generation = request.generation;
  }

  /** An asynchronous request is about to exist. */
  public static void onAsyncStarted() {
    asyncStarted = true;
  }

  /** Whether any request of the JVM has ever gone asynchronous. */
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

  /** Whether other threads may have executed something for a request that was not seen as its. */
  public static boolean isDoubtful(Request request) {
    PendingResponse response = of(request);
    return response != null && response.isDoubtful();
  }

  /**
   * The figures as they stand, in the slot of this thread; null when the request is over.
   *
   * @param slot this thread's
   */
  public @Nullable ThreadState figures(ThreadState slot) {
    if (over || request.generation != generation || isDoubtful()) {
      return null;
    }
    slot.figuresOf(request, System.nanoTime());
    slot.dropFigures();
    slot.timed = timed;
    if (slot.request == request) {
      slot.committed = true;
    }
    return over ? null : slot;
  }

  /** The thread that started the asynchronous work leaves; true if that has been completed. */
  public boolean leaves() {
    return second(LEFT);
  }

  /** The asynchronous work is being completed; true if its thread has left. */
  public boolean completes() {
    return second(COMPLETED);
  }

  /** Of the two ends the second one sets the headers: nothing is executed for them any more. */
  private boolean second(int end) {
    int before;
    do {
      before = done.get();
    } while (!done.compareAndSet(before, before | end));
    boolean second = (before | end) == (LEFT | COMPLETED);
    if (second) {
      timed = true;
    }
    return second;
  }

  boolean isDoubtful() {
    return unattributedBefore != UNATTRIBUTED.get();
  }

  void isOver() {
    over = true;
  }

  public boolean over() {
    return over;
  }
}
