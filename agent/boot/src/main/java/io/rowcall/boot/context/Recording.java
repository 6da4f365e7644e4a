package io.rowcall.boot.context;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A test, or another stretch of work on one thread, as a request whose figures somebody waits for.
 *
 * <p>Its own request is what its thread does, with everything that follows the thread. A request
 * that a server of the same JVM serves meanwhile is one of its own, and counts for the trial as
 * well, because nothing on the server's thread tells who has sent it: while one trial alone is open
 * there is no doubt, and while several are, it counts for none and each is told so.
 *
 * <p>A trial may be a part of another one: what counts for the inner counts for the outer.
 *
 * <p>Begun and ended by one thread; figures come from the engine's.
 */
public final class Recording {
  /** A finished request waits for up to five seconds for its tasks; this waits a little longer. */
  private static final long GRACE_NANOS = 6_000_000_000L;

  private static final long TURN_NANOS = 1_000_000;
  private static final Recording[] NONE = new Recording[0];

  /** The innermost trials. */
  private static final AtomicReference<Recording[]> OPEN = new AtomicReference<Recording[]>(NONE);

  private final Request request;
  private final @Nullable Recording outer;
  private final ConcurrentLinkedQueue<Object> figures = new ConcurrentLinkedQueue<Object>();
  private final AtomicInteger awaited = new AtomicInteger(1);
  private final AtomicInteger doubtful = new AtomicInteger();
  private volatile boolean over;

  private Recording(Request request, @Nullable Recording outer) {
    this.request = request;
    this.outer = outer;
  }

  /**
   * Begins a trial on this thread.
   *
   * @param name the route of its endpoint; its method is {@code TEST}
   * @param part whether it is a part of the trial that the thread works for. A test never is: while
   *     one waits, a worker of a pool that runs tests may take up another one.
   */
  public static Recording begin(String name, boolean part) {
    ThreadState slot = ThreadState.current();
    Request request = RequestQueue.acquire();
    Recording trial = new Recording(request, part ? of(slot.request) : null);
    for (Recording each = trial.outer; each != null; each = each.outer) {
      each.awaits();
    }
    request.begin("TEST", name);
    request.route = name;
    request.isOnTrial(new Recording[] {trial});
    opened(trial);
    slot.serves(request);
    return trial;
  }

  /** Ends it, on the thread that began it, and waits until the engine has seen its requests. */
  public void end() {
    closed(this);
    ThreadState slot = ThreadState.current();
    slot.leave(request);
    slot.dropFigures();
    RequestQueue.finished(request);
    await();
  }

  /** What the engine has made of its requests, in the order in which they ended. */
  public Object[] figures() {
    return figures.toArray();
  }

  /** Requests with executions that this trial or another one may have caused. */
  public int doubtful() {
    return doubtful.get();
  }

  /** Requests that go on; 0 for most. */
  public int missing() {
    return awaited.get();
  }

  // ---- The requests of a server ----

  /** A server begins a request on this thread, which has worked for {@code before}. */
  public static void serves(Request begun, @Nullable Request before) {
    Recording[] candidates = open();
    Recording known = of(before);
    if (known != null && !known.over) {
      candidates = new Recording[] {known};
    }
    if (candidates.length == 0) {
      return;
    }
    begun.isOnTrial(candidates);
    for (Recording candidate : candidates) {
      for (Recording each = candidate; each != null; each = each.outer) {
        each.awaits();
      }
    }
  }

  /** The engine is done with a request. Called once for each, before it is recycled. */
  public static void seen(Request ended) {
    Recording[] of = (Recording[]) ended.trials();
    if (of == null) {
      return;
    }
    boolean inDoubt = of.length > 1;
    for (Recording candidate : of) {
      for (Recording each = candidate; each != null; each = each.outer) {
        each.sees(inDoubt ? null : ended.figures, inDoubt && ended.executions() > 0);
      }
    }
  }

  private void awaits() {
    awaited.incrementAndGet();
  }

  private void sees(@Nullable Object made, boolean inDoubt) {
    if (made != null) {
      figures.add(made);
    }
    if (inDoubt) {
      doubtful.incrementAndGet();
    }
    awaited.decrementAndGet();
  }

  private void await() {
    long deadline = System.nanoTime() + GRACE_NANOS;
    boolean interrupted = false;
    while (missing() > 0 && System.nanoTime() - deadline < 0) {
      Engine engine = Engine.current();
      if (engine == null) {
        break;
      }
      engine.requestsWaiting();
      interrupted |= Thread.interrupted(); // An interrupted thread would not park.
      LockSupport.parkNanos(TURN_NANOS);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- Which are open ----

  /** The trial that a request alone belongs to; null when there is none, or it is over. */
  private static @Nullable Recording of(@Nullable Request now) {
    if (now == null) {
      return null;
    }
    Recording[] of = (Recording[]) now.openTrials();
    return of == null || of.length != 1 || of[0].over ? null : of[0];
  }

  private static Recording[] open() {
    Recording[] now = OPEN.get();
    return now == null ? NONE : now;
  }

  private static void opened(Recording trial) {
    Recording[] before;
    do {
      before = open();
    } while (!OPEN.compareAndSet(before, with(without(before, trial.outer), trial)));
  }

  private static void closed(Recording trial) {
    trial.over = true;
    Recording outer = trial.outer;
    Recording[] before;
    Recording[] after;
    do {
      before = open();
      Recording[] rest = without(before, trial);
      after = outer == null || outer.over || isAround(outer, rest) ? rest : with(rest, outer);
    } while (!OPEN.compareAndSet(before, after));
  }

  private static boolean isAround(Recording outer, Recording[] trials) {
    for (Recording trial : trials) {
      for (Recording each = trial; each != null; each = each.outer) {
        if (each == outer) {
          return true;
        }
      }
    }
    return false;
  }

  private static Recording[] with(Recording[] trials, Recording added) {
    Recording[] more = new Recording[trials.length + 1];
    System.arraycopy(trials, 0, more, 0, trials.length);
    more[trials.length] = added;
    return more;
  }

  private static Recording[] without(Recording[] trials, @Nullable Recording removed) {
    for (int i = 0; i < trials.length; i++) {
      if (trials[i] == removed) {
        Recording[] fewer = trials.length == 1 ? NONE : new Recording[trials.length - 1];
        System.arraycopy(trials, 0, fewer, 0, i);
        System.arraycopy(trials, i + 1, fewer, i, fewer.length - i);
        return fewer;
      }
    }
    return trials;
  }
}
