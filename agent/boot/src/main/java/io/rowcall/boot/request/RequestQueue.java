package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Queue of finished requests from the application's threads to the engine, and the pool that they
 * return to.
 *
 * <p>The queue is an intrusive stack that is pushed with one compare-and-set and drained whole: no
 * lock, no node, no wake-up per request. At most {@link #MAX_WAITING} requests wait. Beyond that
 * the caller aggregates them itself, so totals stay exact however fast requests end.
 *
 * <p>Any thread.
 */
public final class RequestQueue {
  /** Finished requests that may wait for the engine. */
  public static final int MAX_WAITING = 1024;

  private static final int WAKE_AT = 128;

  private static final AtomicReference<@Nullable Request> FINISHED =
      new AtomicReference<@Nullable Request>();
  private static final AtomicInteger WAITING = new AtomicInteger();
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
    int waiting = WAITING.incrementAndGet();
    if (waiting > MAX_WAITING) {
      WAITING.decrementAndGet();
      return false;
    }
    push(request);
    if (waiting == WAKE_AT) {
      engine.onRequestsWaiting();
    }
    return true;
  }

  /**
   * Queues a finished request beyond the bound: the thread that would have to aggregate it is busy.
   */
  public static void forceOffer(Request request) {
    WAITING.incrementAndGet();
    push(request);
  }

  private static void push(Request request) {
    Request first;
    do {
      first = FINISHED.get();
      request.next = first;
    } while (!FINISHED.compareAndSet(first, request));
  }

  /** Drains all finished requests, the oldest first, linked by {@link #next}. */
  public static @Nullable Request drain() {
    Request newest = FINISHED.getAndSet(null);
    Request oldest = null;
    int taken = 0;
    while (newest != null) {
      Request before = newest.next;
      newest.next = oldest;
      oldest = newest;
      newest = before;
      taken++;
    }
    WAITING.addAndGet(-taken);
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
