package io.rowcall.boot;

import java.util.concurrent.ForkJoinWorkerThread;
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
    return goesOn(handoff.root, handoff.generation, handoff.origin);
  }

  /** This thread goes on for a request; null when it works for it already. */
  private static @Nullable Request goesOn(Request root, int generation, Request.Origin origin) {
    Slot slot = Slot.current();
    Request now = slot.request;
    if (now != null && now.root() == root && now.rootGeneration() == generation) {
      return null; // The caller runs it itself.
    }
    Request branch = Requests.acquire();
    branch.branchOff(root, generation, origin, now);
    slot.request = branch;
    slot.executing = false;
    return branch;
  }

  /** A thread that was started for one task asks for its slot for the first time. */
  static void adopt(Slot slot) {
    Handoffs.Handoff handoff = Handoffs.take(Thread.currentThread());
    if (handoff != null) {
      Request branch = Requests.acquire();
      branch.branchOff(handoff.root, handoff.generation, handoff.origin, null);
      slot.request = branch;
    }
  }

  /** A thread that was started for one task is done with it. */
  public static void threadEnds() {
    if (Handoffs.take(Thread.currentThread()) == null) {
      workerEnds();
    }
  }

  /**
   * The task has run.
   *
   * @param started what {@link #starts} gave. Not what ends now: a request that was closed
   *     meanwhile has taken that, and the thread has gone on with another.
   */
  public static void ends(@Nullable Request started) {
    if (started != null) {
      workerEnds();
    }
  }

  /** A pool's worker is about to run a task. */
  public static void workerStarts(@Nullable Object task) {
    starts(task);
  }

  /** A pool's worker has run a task: whatever it worked for, it does no more. */
  public static void workerEnds() {
    Slot slot = Slot.current();
    Request branch = slot.request;
    if (branch != null && branch.isBranch()) {
      slot.request = branch.before();
      slot.executing = false;
      branch.joins();
    }
  }

  // ---- Threads ----

  /** A thread is being started. What works for many, as a pool's worker does, follows nobody. */
  public static void threadStarts(Thread thread) {
    Slot slot = Slot.current();
    Request request = slot.request;
    if (request != null && slot.startingWorkers == 0 && !isWorker(thread)) {
      Handoffs.put(thread, request, false);
    }
  }

  private static boolean isWorker(Thread thread) {
    if (thread.getClass() == Thread.class) {
      return false;
    }
    String name = thread.getClass().getName();
    return thread instanceof ForkJoinWorkerThread
        || name.startsWith("java.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.")
        || isOfAServer(name);
  }

  /** From here on, this thread starts workers. */
  public static void startsWorkers() {
    Slot.current().startingWorkers++;
  }

  /** It has started them. */
  public static void startedWorkers() {
    Slot.current().startingWorkers--;
  }

  /** What a virtual thread is made to run: the same, for the request that makes it. */
  public static @Nullable Runnable carried(@Nullable Runnable task) {
    Request request = Slot.current().request;
    return request == null || task == null || isOfAServer(task.getClass().getName())
        ? task
        : new Carried(task, request);
  }

  // ---- Completions ----

  /**
   * A completion of a {@code CompletableFuture} may fire, on whatever thread has completed what it
   * waits for.
   */
  public static @Nullable Request fires(Object completion) {
    Handoffs.Handoff handoff = Handoffs.peek(completion);
    return handoff == null ? null : goesOn(handoff.root, handoff.generation, handoff.origin);
  }

  /**
   * It has fired, or has found that it cannot yet.
   *
   * @param waitsFor the completion's dependent; null when it has fired
   */
  public static void fired(
      Object completion, @Nullable Request started, @Nullable Object waitsFor) {
    ends(started);
    if (waitsFor == null) {
      Handoffs.take(completion);
    }
  }

  /** Knows its request, whoever runs it. */
  private static final class Carried implements Runnable {
    private final Runnable task;
    private final Request root;
    private final int generation;
    private final Request.Origin origin;

    Carried(Runnable task, Request request) {
      this.task = task;
      this.root = request.root();
      this.generation = request.rootGeneration();
      this.origin = request.origin();
    }

    @Override
    public void run() {
      Request started = null;
      try {
        started = goesOn(root, generation, origin);
      } catch (Throwable ours) {
        Hooks.suppressed(ours);
      }
      try {
        task.run();
      } finally {
        ends(started);
      }
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
