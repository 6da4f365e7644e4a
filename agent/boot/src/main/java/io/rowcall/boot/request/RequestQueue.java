package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Queue of finished requests from the application's threads to the engine, and the pool that they
 * return to.
 *
 * <p>The queue is an intrusive stack that is pushed with one compare-and-set and drained whole: no
 * lock, no node, no wake-up per request. Each request notes how many wait with it, so there is no
 * counter beside the stack that every request would write as well. At most {@link #MAX_WAITING}
 * requests wait. Beyond that one caller aggregates them for all, and the others queue up to {@link
 * #MAX_WAITING_BUSY} meanwhile, so totals stay exact however fast requests end.
 *
 * <p>Any thread.
 */
public final class RequestQueue {
  /** Finished requests that may wait for the engine. */
  public static final int MAX_WAITING = 1024;

  /** Finished requests that may wait while a thread is aggregating others. */
  public static final int MAX_WAITING_BUSY = 4 * MAX_WAITING;

  /** Few, so that the requests in use stay in the processor's caches. */
  private static final int WAKE_AT = 48;

  private static final AtomicReference<@Nullable Request> FINISHED =
      new AtomicReference<@Nullable Request>();
  private static final RequestPool POOL = new RequestPool();
  private static final LiveRequests LIVE = new LiveRequests();

  /** Executions that are counted and nothing else: the last resort of a failing hook. */
  static final LongAdder UNRECORDED = new LongAdder();

  private RequestQueue() {}

  public static Request acquire() {
    Request pooled = POOL.take();
    if (pooled != null) {
      return pooled;
    }
    Engine engine = Engine.current();
    if (engine != null) {
      engine.onUse();
    }
    Request created = new Request();
    LIVE.add(created);
    return created;
  }

  public static void finish(Request request) {
    request.end();
    Engine engine = Engine.current();
    if (engine == null || offer(request, engine)) {
      return;
    }
    try {
      engine.aggregate(request);
    } catch (Throwable failed) {
      forceOffer(request);
      engine.onSuppressed(failed);
    }
  }

  /** Queues a finished request; false when too many wait. */
  public static boolean offer(Request request, Engine engine) {
    int waiting = push(request, MAX_WAITING);
    if (waiting == WAKE_AT) {
      engine.onRequestsWaiting();
    }
    return waiting > 0;
  }

  /**
   * Queues a finished request while another thread is aggregating; false when even then too many
   * wait.
   */
  public static boolean offerWhileBusy(Request request) {
    return push(request, MAX_WAITING_BUSY) > 0;
  }

  /**
   * Queues a finished request beyond the bound: the thread that would have to aggregate it is busy.
   */
  public static void forceOffer(Request request) {
    push(request, Integer.MAX_VALUE);
  }

  /** Returns the number of requests that wait now; 0 if it is at the limit already. */
  private static int push(Request request, int limit) {
    for (; ; ) {
      Request first = FINISHED.get();
      // Of a request that is being drained and reused, this may be an old number.
      int before = first == null ? 0 : first.waiting;
      if (before >= limit) {
        return 0;
      }
      request.next = first;
      request.waiting = before + 1;
      if (FINISHED.compareAndSet(first, request)) {
        return before + 1;
      }
    }
  }

  /** Drains all finished requests, the oldest first, linked by {@link #next}. */
  public static @Nullable Request drain() {
    Request newest = FINISHED.getAndSet(null);
    Request oldest = null;
    while (newest != null) {
      Request before = newest.next;
      newest.next = oldest;
      oldest = newest;
      newest = before;
    }
    return oldest;
  }

  /** The request that ended after this one, or null. Read it before recycling. */
  public static @Nullable Request next(Request request) {
    return request.next;
  }

  /** Counts an execution that could not be recorded. */
  public static void countUnrecorded() {
    UNRECORDED.increment();
  }

  /** Executions that could not be recorded. */
  public static long unrecordedExecutions() {
    return UNRECORDED.sum();
  }

  /** Requests that have started and not ended. */
  public static long openRequests() {
    return LIVE.openRequests();
  }

  /** Executions so far of the requests that have started and not ended. */
  public static long openExecutions() {
    return LIVE.openExecutions();
  }

  /** Returns a request to the pool. Called by its owner, when done with it. */
  public static void release(Request request) {
    request.clear();
    POOL.give(request);
  }
}
