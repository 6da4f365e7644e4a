package io.rowcall.boot.context;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Recording of a test, or of other work on one thread: a request whose figures its caller waits
 * for.
 *
 * <p>Its own request covers what its thread does, with all tasks that follow from it. A request
 * that a server of the same JVM handles meanwhile counts for the recording as well. Nothing on the
 * server's thread tells who sent it: while only one recording is open, there is no doubt; while
 * several are open, the request counts for none, and each reports it as ambiguous.
 *
 * <p>Recordings nest: what counts for the inner counts for the outer.
 *
 * <p>Begun and ended by the same thread; snapshots come from the engine's thread.
 */
public final class Recording {
  /** A finished request waits up to five seconds for its tasks; this waits a little longer. */
  private static final long GRACE_NANOS = 6_000_000_000L;

  private static final long POLL_NANOS = 1_000_000;

  private final Request request;
  private final @Nullable Recording outer;
  private final ConcurrentLinkedQueue<Object> snapshots = new ConcurrentLinkedQueue<Object>();
  private final AtomicInteger pending = new AtomicInteger(1);
  private final AtomicInteger ambiguous = new AtomicInteger();
  private volatile boolean over;

  private Recording(Request request, @Nullable Recording outer) {
    this.request = request;
    this.outer = outer;
  }

  /**
   * Begins a recording on this thread.
   *
   * @param name the route of its endpoint; its method is {@code TEST}
   * @param nested whether it is a part of the recording that the thread works for. A test never is:
   *     while one waits, a worker of a pool that runs tests may run another one.
   */
  public static Recording begin(String name, boolean nested) {
    ThreadState state = ThreadState.current();
    MainJob.onService();
    Request request = RequestQueue.acquire();
    Recording recording = new Recording(request, nested ? ofThread(state.request) : null);
    if (recording.outer != null) {
      recording.outer.awaitAnother();
    }
    request.begin("TEST", name);
    request.route = name;
    request.evidence.recordFor(new Recording[] {recording});
    OpenRecordings.open(recording);
    state.enter(request);
    return recording;
  }

  /** Ends it, on the thread that began it, and waits until the engine has seen its requests. */
  public void end() {
    over = true;
    OpenRecordings.close(this);
    ThreadState state = ThreadState.current();
    state.leave(request);
    state.figures.discard();
    RequestQueue.finish(request);
    awaitPending();
  }

  /** Snapshots that the engine has created of its requests, in the order in which they ended. */
  public Object[] snapshots() {
    return snapshots.toArray();
  }

  /** Requests with executions that this recording or another one may have caused. */
  public int ambiguous() {
    return ambiguous.get();
  }

  /** Requests that have not ended; 0 for most. */
  public int pending() {
    return pending.get();
  }

  @Nullable Recording outer() {
    return outer;
  }

  boolean isOver() {
    return over;
  }

  // ---- Requests of a server ----

  /**
   * Assigns a request that a server begins on this thread.
   *
   * @param previous what the thread worked for before
   */
  public static void assign(Request begun, @Nullable Request previous) {
    Recording[] candidates = OpenRecordings.all();
    Recording known = ofThread(previous);
    if (known != null) {
      candidates = new Recording[] {known};
    }
    if (candidates.length == 0) {
      return;
    }
    begun.evidence.recordFor(candidates);
    for (Recording candidate : candidates) {
      candidate.awaitAnother();
    }
  }

  /** The recording that a request alone counts for; null when there is none, or it is over. */
  private static @Nullable Recording ofThread(@Nullable Request current) {
    Recording[] open = current == null ? null : (Recording[]) current.evidence.openRecordings();
    return open == null || open.length != 1 || open[0].over ? null : open[0];
  }

  private void awaitAnother() {
    for (Recording each = this; each != null; each = each.outer) {
      each.pending.incrementAndGet();
    }
  }

  /** The engine is done with a request. Once for each, before it is released. */
  public static void onAggregated(Request ended) {
    Recording[] candidates = (Recording[]) ended.evidence.recordings();
    if (candidates == null) {
      return;
    }
    boolean isAmbiguous = candidates.length > 1;
    for (Recording candidate : candidates) {
      for (Recording each = candidate; each != null; each = each.outer) {
        if (isAmbiguous) {
          each.addAmbiguous(ended);
        } else {
          each.add(ended);
        }
      }
    }
  }

  private void add(Request ended) {
    if (ended.snapshot != null) {
      snapshots.add(ended.snapshot);
    }
    pending.decrementAndGet();
  }

  private void addAmbiguous(Request ended) {
    if (ended.log.executions() > 0) {
      ambiguous.incrementAndGet();
    }
    pending.decrementAndGet();
  }

  private void awaitPending() {
    long deadline = System.nanoTime() + GRACE_NANOS;
    boolean interrupted = false;
    while (pending() > 0 && System.nanoTime() - deadline < 0) {
      Engine engine = Engine.current();
      if (engine == null) {
        break;
      }
      engine.onRequestsWaiting();
      interrupted |= Thread.interrupted(); // An interrupted thread would not park.
      LockSupport.parkNanos(POLL_NANOS);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
