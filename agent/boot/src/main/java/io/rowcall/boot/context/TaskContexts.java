package io.rowcall.boot.context;

import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.state.WeakChains;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Which request a task works for, from the moment it is made or submitted to its run.
 *
 * <p>Tasks that the JDK's own executors run are not wrapped, because applications compare, cast,
 * sort and remove them. Tasks that never run leave with the collector. Any thread; what is attached
 * happens before what is taken by way of the executor's own queue.
 */
public final class TaskContexts {
  private static final int BUCKETS = 4096;
  private static final WeakChains<Attached> TASKS =
      new WeakChains<Attached>(BUCKETS, Integer.MAX_VALUE);

  private TaskContexts() {}

  /**
   * Attaches a task to a request, unless it has one.
   *
   * @param mayRunAgain the same object may be submitted several times for one request
   * @return false when the task waits for another request
   */
  public static boolean attach(Object task, RequestContext context, boolean mayRunAgain) {
    for (; ; ) {
      Attached known = TASKS.get(task);
      if (known == null) {
        Attached fresh = new Attached(task, context);
        if (TASKS.add(task, fresh) == fresh) {
          return true;
        }
      } else if (known.context != context) {
        if (known.pending > 0) {
          return false;
        }
        TASKS.remove(task, known);
      } else if (!mayRunAgain || known.runsAgain()) {
        return true;
      } else {
        TASKS.remove(task, known);
      }
    }
  }

  /** Marks a task that two requests could own, and that nobody may wrap: it is neither's. */
  public static void dispute(Object task) {
    Attached known = TASKS.get(task);
    if (known != null) {
      known.context = RequestContext.AMBIGUOUS;
    }
  }

  /** The request of a task, which stays attached; null for tasks of no request. */
  public static @Nullable RequestContext peek(Object task) {
    Attached known = TASKS.get(task);
    return known == null ? null : known.context;
  }

  /** The request of a task, for one run; null for tasks of no request. */
  public static @Nullable RequestContext take(Object task) {
    Attached known = TASKS.get(task);
    if (known == null) {
      return null;
    }
    int left = Attached.PENDING.decrementAndGet(known);
    if (left <= 0) {
      TASKS.remove(task, known);
    }
    return left < 0 ? null : known.context;
  }

  private static final class Attached extends WeakChains.Entry {
    static final AtomicIntegerFieldUpdater<Attached> PENDING =
        AtomicIntegerFieldUpdater.newUpdater(Attached.class, "pending");

    volatile RequestContext context;
    volatile int pending = 1;

    Attached(Object task, RequestContext context) {
      super(task);
      this.context = context;
    }

    /** False when the last run has been taken meanwhile. */
    boolean runsAgain() {
      for (; ; ) {
        int now = pending;
        if (now <= 0) {
          return false;
        }
        if (PENDING.compareAndSet(this, now, now + 1)) {
          return true;
        }
      }
    }
  }
}
