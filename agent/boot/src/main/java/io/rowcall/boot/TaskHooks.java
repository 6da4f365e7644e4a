package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/**
 * What woven executors call: the request of the thread that submits a task becomes the request of
 * the thread that runs it.
 *
 * <p>The running thread logs into a branch of its own, so that no two threads write one log; the
 * engine joins them when the request has ended. Outside of a request a submission costs one
 * thread-local read and a run one read of a plain field.
 */
public final class TaskHooks {
  private TaskHooks() {}

  /** A task is being submitted. */
  public static void submits(@Nullable Object task) {
    Request request = Slot.current().request;
    if (request != null && task != null) {
      Handoffs.put(task, request, false);
    }
  }

  /**
   * A task is being submitted to a fork-join pool. The one that schedules virtual threads is left
   * alone: it is told by who makes its threads.
   */
  public static void submits(@Nullable Object threadFactory, @Nullable Object task) {
    Request request = Slot.current().request;
    if (request != null
        && task != null
        && threadFactory != null
        && !threadFactory.getClass().getName().startsWith("java.lang.")) {
      Handoffs.put(task, request, false);
    }
  }

  /** A task is being submitted where it may be wrapped. Returns it, or its wrapper. */
  public static @Nullable Runnable submits(@Nullable Runnable task) {
    Request request = Slot.current().request;
    if (request == null
        || task == null
        || isOfAServer(task.getClass().getName())
        || Handoffs.put(task, request, true)) {
      return task;
    }
    Runnable wrapped = new Shared(task);
    Handoffs.put(wrapped, request, false);
    return wrapped;
  }

  /** What a server submits to its own pool is its next request, not work of this one. */
  private static boolean isOfAServer(String task) {
    return task.startsWith("org.apache.tomcat.")
        || task.startsWith("org.apache.coyote.")
        || task.startsWith("org.apache.catalina.")
        || task.startsWith("org.eclipse.jetty.")
        || task.startsWith("sun.net.httpserver.")
        || task.startsWith("io.undertow.")
        || task.startsWith("org.xnio.")
        || task.startsWith("io.netty.");
  }

  /** A submission was refused. */
  public static void refused(@Nullable Object task) {
    if (task != null) {
      Handoffs.take(task);
    }
  }

  /**
   * A task is about to run on this thread.
   *
   * @return what {@link #ends} wants back, or null
   */
  public static @Nullable Request starts(@Nullable Object task) {
    Handoffs.Handoff handoff = task == null ? null : Handoffs.take(task);
    if (handoff == null) {
      return null;
    }
    Slot slot = Slot.current();
    Request now = slot.request;
    if (now != null && now.root() == handoff.root) {
      return null; // The caller runs it itself.
    }
    return branch(slot, handoff, now);
  }

  private static Request branch(Slot slot, Handoffs.Handoff handoff, @Nullable Request now) {
    Request branch = Requests.acquire();
    branch.branchOff(handoff.root, handoff.generation, now);
    slot.request = branch;
    slot.executing = false;
    return branch;
  }

  /** A thread that was started for one task asks for its slot for the first time. */
  static void adopt(Slot slot) {
    Handoffs.Handoff handoff = Handoffs.take(Thread.currentThread());
    if (handoff != null) {
      branch(slot, handoff, null);
    }
  }

  /** A thread that was started for one task is done with it. */
  public static void threadEnds() {
    if (Handoffs.take(Thread.currentThread()) == null) {
      workerEnds();
    }
  }

  /** The task has run. */
  public static void ends(@Nullable Request branch) {
    if (branch == null) {
      return;
    }
    Slot slot = Slot.current();
    slot.request = branch.before();
    slot.executing = false;
    branch.joins();
  }

  /** A pool's worker is about to run a task. */
  public static void workerStarts(@Nullable Object task) {
    starts(task);
  }

  /** A pool's worker has run a task: whatever it worked for, it does no more. */
  public static void workerEnds() {
    Request request = Slot.current().request;
    if (request != null && request.isBranch()) {
      ends(request);
    }
  }

  /** A task object that waits for two requests at once, the second time. */
  private static final class Shared implements Runnable {
    private final Runnable task;

    Shared(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }
  }
}
