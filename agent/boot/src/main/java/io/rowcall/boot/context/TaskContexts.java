package io.rowcall.boot.context;

import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.state.WeakIdentityMap;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Requests of tasks, from the moment a task is created or submitted to its run.
 *
 * <p>Tasks that the JDK's executors run are not wrapped, because applications compare, cast, sort,
 * and remove them. The entries of tasks that never run are left to the garbage collector. Any
 * thread; through the executor's own queue, attaching happens-before taking.
 */
public final class TaskContexts {
  private static final int BUCKETS = 4096;
  private static final WeakIdentityMap<Attachment> TASKS = WeakIdentityMap.unbounded(BUCKETS);

  private TaskContexts() {}

  /**
   * Attaches a task to a request, unless it has one.
   *
   * @param mayRunAgain the same object may be submitted several times for one request
   * @return false when the task is pending for another request
   */
  public static boolean attach(Object task, RequestContext context, boolean mayRunAgain) {
    for (; ; ) {
      Attachment known = TASKS.get(task);
      if (known == null) {
        Attachment created = new Attachment(context);
        if (TASKS.putIfAbsent(task, created) == created) {
          return true;
        }
      } else if (known.context != context) {
        if (known.pendingRuns > 0) {
          return false;
        }
        TASKS.remove(task, known);
      } else if (!mayRunAgain || known.addRun()) {
        return true;
      } else {
        TASKS.remove(task, known);
      }
    }
  }

  /**
   * Marks a task that two requests could own, and that cannot be wrapped: it belongs to neither.
   */
  public static void markAmbiguous(Object task) {
    Attachment known = TASKS.get(task);
    if (known != null) {
      known.context = RequestContext.AMBIGUOUS;
    }
  }

  /** The request of a task, which stays attached; null for a task without one. */
  public static @Nullable RequestContext peek(Object task) {
    Attachment known = TASKS.get(task);
    return known == null ? null : known.context;
  }

  /** Takes the request of a task for one run; null for a task without one. */
  public static @Nullable RequestContext take(Object task) {
    Attachment known = TASKS.get(task);
    if (known == null) {
      return null;
    }
    int left = Attachment.PENDING_RUNS.decrementAndGet(known);
    if (left <= 0) {
      TASKS.remove(task, known);
    }
    return left < 0 ? null : known.context;
  }

  private static final class Attachment {
    static final AtomicIntegerFieldUpdater<Attachment> PENDING_RUNS =
        AtomicIntegerFieldUpdater.newUpdater(Attachment.class, "pendingRuns");

    volatile RequestContext context;
    volatile int pendingRuns = 1;

    Attachment(RequestContext context) {
      this.context = context;
    }

    /** False when the last run has been taken meanwhile. */
    boolean addRun() {
      for (; ; ) {
        int now = pendingRuns;
        if (now <= 0) {
          return false;
        }
        if (PENDING_RUNS.compareAndSet(this, now, now + 1)) {
          return true;
        }
      }
    }
  }
}
