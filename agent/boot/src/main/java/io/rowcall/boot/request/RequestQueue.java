package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The way of requests from the threads that serve them to the engine, and back for their next use.
 *
 * <p>Finished requests form a stack that is pushed with one compare-and-set and taken whole by the
 * engine: no lock, no node, no wake-up per request. At most {@link #MAX_WAITING} wait; beyond that
 * the engine has a caller add them up, so that totals stay exact however fast requests end.
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
  private static final RequestPool SPARES = new RequestPool();
  private static final LiveRequests LIVE = new LiveRequests();

  /** Executions of which nothing is known but that they were: the last resort of a failing hook. */
  static final LongAdder UNRECORDED = new LongAdder();

  private RequestQueue() {}

  public static Request acquire() {
    Request spare = SPARES.take();
    if (spare != null) {
      return spare;
    }
    Engine engine = Engine.current();
    if (engine != null) {
      engine.inUse();
    }
    Request made = new Request();
    LIVE.add(made);
    return made;
  }

  public static void finished(Request request) {
    request.ended();
    Engine engine = Engine.current();
    if (engine == null || offer(request, engine)) {
      return;
    }
    try {
      engine.aggregate(request);
    } catch (Throwable failed) {
      offerBeyond(request);
      engine.suppressed(failed);
    }
  }

  /** Lets a finished request wait; false when too many do. */
  public static boolean offer(Request request, Engine engine) {
    int waiting = WAITING.incrementAndGet();
    if (waiting > MAX_WAITING) {
      WAITING.decrementAndGet();
      return false;
    }
    push(request);
    if (waiting == WAKE_AT) {
      engine.requestsWaiting();
    }
    return true;
  }

  /** Lets a finished request wait though too many do: whoever would have to add it up is busy. */
  public static void offerBeyond(Request request) {
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

  /** Takes all finished requests, the oldest first, linked by {@link #after}. */
  public static @Nullable Request take() {
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
  public static @Nullable Request after(Request request) {
    return request.next;
  }

  /** An execution could not be recorded; it is counted all the same. */
  public static void unrecorded() {
    UNRECORDED.increment();
  }

  /** Executions that could not be recorded. */
  public static long unrecordedExecutions() {
    return UNRECORDED.sum();
  }

  /** Requests that have started and not ended. */
  public static long open() {
    return LIVE.open();
  }

  /** Executions so far of the requests that have started and not ended. */
  public static long openExecutions() {
    return LIVE.openExecutions();
  }

  /** Gives a request back for its next use. */
  public static void release(Request request) {
    request.recycle();
    SPARES.give(request);
  }
}
