package io.rowcall.boot;

import io.rowcall.boot.context.TaskContexts;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.state.WeakIdentityMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * What woven executors, tasks and threads call: the request of the thread that makes or submits a
 * task becomes the request of the thread that runs it.
 *
 * <p><b>Whose a task is.</b> It belongs to the request in which it is made (a {@code FutureTask}, a
 * callback of a {@code CompletableFuture}, a coroutine) or is handed to the outermost executor.
 * What executors submit to each other further inside, a runner that drains a queue for instance,
 * belongs to nobody: see {@link ThreadState#submitting}. A runner that finds another task inside
 * switches to the request of that one. When two requests could own a task, neither does.
 *
 * <p>The running thread logs into a branch of its own, so that no two threads write one log; the
 * branches are joined when the request has ended. Outside of a request a submission costs one
 * thread-local read and a run one read of a plain field. No lock is taken: carriers of virtual
 * threads come through here.
 */
public final class TaskHooks {
  /** Classes of tasks that are no mere lambdas, and whether their runs are followed. */
  private static final WeakIdentityMap<Boolean> TASK_CLASSES = new WeakIdentityMap<Boolean>();

  private TaskHooks() {}

  /** The request that this thread works for, as tasks know it; null when there is none. */
  private static @Nullable RequestContext owner(ThreadState slot) {
    Request request = slot.request;
    return request == null || request.isNobodys() ? null : request.context();
  }

  // ---- Tasks that know their request from the moment they are made ----

  /** A task is being made. */
  public static void makes(Object task) {
    RequestContext context = owner(ThreadState.current());
    if (context != null) {
      TaskContexts.attach(task, context, false);
    }
  }

  /** A {@code FutureTask} is being made; one with a delay may be periodic, and nobody's. */
  public static void makesFuture(Object task) {
    if (!(task instanceof Delayed)) {
      makes(task);
    }
  }

  /**
   * A task that knew its request when it was made is about to run, within whatever else runs here:
   * without a request it is nobody's, unless it runs in a request's own thread.
   */
  public static @Nullable Request startsMade(Object task) {
    return startsMade(task, TaskContexts.take(task));
  }

  /** The same for a task that runs again and again, such as a coroutine. */
  public static @Nullable Request resumesMade(Object task) {
    return startsMade(task, TaskContexts.peek(task));
  }

  private static @Nullable Request startsMade(Object task, @Nullable RequestContext context) {
    if (context != null) {
      return goesOn(context, task);
    }
    ThreadState slot = ThreadState.current();
    Request now = slot.request;
    return now == null || !now.isBranch() || now.task == task || now.isNobodys()
        ? null
        : goesOn(RequestContext.NOBODY, task);
  }

  // ---- Tasks that are submitted ----

  /** A task is being submitted. */
  public static void submits(@Nullable Object task) {
    ThreadState slot = ThreadState.current();
    if (slot.request == null || task == null || slot.submitting > 0) {
      return;
    }
    RequestContext context = owner(slot);
    if (context != null && !TaskContexts.attach(task, context, false)) {
      TaskContexts.dispute(task);
    }
  }

  /**
   * A task is being scheduled for later, once. One that schedules itself again and again would be
   * followed for ever, so what comes after the end of the request follows nobody.
   */
  public static void submitsDelayed(Object task) {
    Request request = ThreadState.current().request;
    if (request != null && request.root() != null) {
      submits(task);
    }
  }

  /**
   * A task is being submitted to a fork-join pool. The one that schedules virtual threads is left
   * alone: its tasks are threads, which know their request otherwise.
   */
  public static void submits(Object pool, @Nullable Object threadFactory, @Nullable Object task) {
    if (ThreadState.current().request != null
        && threadFactory != null
        && !isOfTheJdkItself(threadFactory)
        && !isOfTheJdkItself(pool)) {
      submits(task);
    }
  }

  private static boolean isOfTheJdkItself(Object object) {
    return object.getClass().getName().startsWith("java.lang.");
  }

  /** A task is being submitted where it may be wrapped. Returns it, or its wrapper. */
  public static @Nullable Runnable submits(@Nullable Runnable task) {
    if (task instanceof Carried) {
      // An executor around this one has wrapped it. This one runs tasks that it can tell apart.
      Carried carried = (Carried) task;
      return TaskContexts.attach(carried.task, carried.context, true) ? carried.task : carried;
    }
    ThreadState slot = ThreadState.current();
    if (slot.request == null || task == null || slot.submitting > 0 || isOfAServer(task)) {
      return task;
    }
    RequestContext context = owner(slot);
    return context == null || TaskContexts.attach(task, context, !(task instanceof Future))
        ? task
        : new Carried(task, context);
  }

  /** What a server submits to its own pool is its next request, not work of this one. */
  private static boolean isOfAServer(Object task) {
    String name = task.getClass().getName();
    return name.startsWith("org.apache.tomcat.")
        || name.startsWith("org.apache.coyote.")
        || name.startsWith("org.apache.catalina.")
        || name.startsWith("org.eclipse.jetty.")
        || name.startsWith("sun.net.httpserver.")
        || name.startsWith("io.undertow.")
        || name.startsWith("org.xnio.")
        || name.startsWith("io.netty.");
  }

  /** A submission was refused. What knew its request before still does: its caller may run it. */
  public static void refused(@Nullable Object task) {
    if (task != null && !(task instanceof Carried) && !(task instanceof Future)) {
      TaskContexts.take(task);
    }
  }

  // ---- Executors that are not the JDK's ----

  /**
   * An executor is given a task.
   *
   * @return whether this thread works for a request and the executor is the outermost one: whatever
   *     else is submitted inside is its own affair; to be told to {@link #submitted}
   */
  public static boolean submitsOutside(@Nullable Runnable task) {
    ThreadState slot = ThreadState.current();
    RequestContext context = outermost(slot, task);
    if (context == null || task == null) {
      return false;
    }
    slot.submitting++;
    try {
      if (!(task instanceof Carried) && !isPlain(task) && TaskContexts.peek(task) == null) {
        attachOutside(task, context);
      }
    } catch (Throwable ours) {
      Engine.suppress(ours); // The task is nobody's then; what runs it is not this request's.
    }
    return true;
  }

  /** The same for a task with a result, of which executors make a task of their own. */
  public static boolean submitsOutside(@Nullable Callable<?> task) {
    ThreadState slot = ThreadState.current();
    RequestContext context = outermost(slot, task);
    if (context == null || task == null) {
      return false;
    }
    slot.submitting++;
    try {
      if (!isPlain(task) && TaskContexts.peek(task) == null) {
        attachOutside(task, context);
      }
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
    return true;
  }

  /** The same for many tasks with results at once. */
  public static boolean submitsOutside(@Nullable Collection<?> tasks) {
    ThreadState slot = ThreadState.current();
    if (outermost(slot, tasks) == null) {
      return false;
    }
    slot.submitting++;
    return true;
  }

  private static @Nullable RequestContext outermost(ThreadState slot, @Nullable Object task) {
    return slot.request == null || task == null || slot.submitting > 0 || isOfAServer(task)
        ? null
        : owner(slot);
  }

  /**
   * A task with more to it than to run cannot be wrapped: its class is asked to tell of its runs.
   */
  private static void attachOutside(Object task, RequestContext context) {
    if (task instanceof FutureTask || followsRuns(task.getClass())) {
      TaskContexts.attach(task, context, false);
    }
  }

  private static boolean followsRuns(Class<?> type) {
    Boolean known = TASK_CLASSES.get(type);
    if (known == null) {
      Engine engine = Engine.current();
      known = engine != null && !TASK_CLASSES.isFull() && engine.followRuns(type);
      TASK_CLASSES.put(type, known);
    }
    return known;
  }

  /** Nothing but a task, as lambdas are: nobody compares it, casts it or looks for it. */
  private static boolean isPlain(Object task) {
    Class<?> type = task.getClass();
    return type.getSuperclass() == Object.class
        && (type.isSynthetic() || type.getInterfaces().length == 1);
  }

  /**
   * The task that an executor is to be given, once {@link #submitsOutside} has said yes. Never
   * throws: that answer has to be taken back.
   */
  public static @Nullable Runnable carriedOutside(@Nullable Runnable task) {
    try {
      RequestContext context =
          task == null
                  || task instanceof Carried
                  || !isPlain(task)
                  || TaskContexts.peek(task) != null
              ? null
              : owner(ThreadState.current());
      return task == null || context == null ? task : new Carried(task, context);
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return task;
    }
  }

  /** The same for a task with a result. */
  public static <T> @Nullable Callable<T> carriedOutside(@Nullable Callable<T> task) {
    try {
      RequestContext context = task == null || !isPlain(task) ? null : owner(ThreadState.current());
      return task == null || context == null ? task : new CarriedCall<T>(task, context);
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return task;
    }
  }

  /**
   * The same for many: a copy of the collection, which may make its elements as it is asked for
   * them. One that has anything else in it is left as it is, and what runs is nobody's.
   */
  public static @Nullable Collection<?> carriedOutside(@Nullable Collection<?> tasks) {
    try {
      RequestContext context = tasks == null ? null : owner(ThreadState.current());
      if (tasks == null || context == null) {
        return tasks;
      }
      List<@Nullable Object> carried = new ArrayList<@Nullable Object>(tasks.size());
      for (Object task : tasks) {
        if (task != null && !(task instanceof Callable)) {
          return tasks;
        }
        carried.add(carriedOutside(task, context));
      }
      return carried;
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return tasks;
    }
  }

  private static @Nullable Object carriedOutside(@Nullable Object task, RequestContext context) {
    if (task == null) {
      return null;
    }
    if (isPlain(task)) {
      return new CarriedCall<Object>((Callable<?>) task, context);
    }
    if (TaskContexts.peek(task) == null) {
      attachOutside(task, context);
    }
    return task;
  }

  /** The executor has taken the task. */
  public static void submitted(boolean outside) {
    if (outside) {
      ThreadState.current().submitting--;
    }
  }

  /** An executor that a lambda has made, whose class nobody can weave. */
  public static @Nullable Executor executor(@Nullable Executor lambda) {
    return lambda == null || lambda instanceof Handing ? lambda : new Handing(lambda);
  }

  // ---- Runs ----

  /**
   * A task is about to run on this thread.
   *
   * @return what {@link #ends} wants back, or null
   */
  public static @Nullable Request starts(@Nullable Object task) {
    RequestContext context = task == null ? null : TaskContexts.take(task);
    return context == null ? null : goesOn(context, task);
  }

  /** The same for a task whose class was asked to tell of its runs. */
  public static @Nullable Request startsSubmitted(Object task) {
    return starts(task);
  }

  /** This thread goes on for a request; null when it works for it already. */
  private static @Nullable Request goesOn(RequestContext context, @Nullable Object task) {
    ThreadState slot = ThreadState.current();
    Request now = slot.request;
    if (now != null) {
      if (now.worksFor(context) && slot.submitting == 0) {
        return null; // The caller runs it itself.
      }
      if (now.ofThread && task != null && !now.worksFor(context)) {
        // A thread that runs tasks of others is a worker, whoever has started it.
        slot.leaveBranch(now);
        now.joins();
      }
    }
    Request branch = RequestQueue.acquire();
    slot.branchOff(branch, context);
    branch.task = task;
    slot.request = branch;
    slot.executing = false;
    slot.submitting = 0;
    return branch;
  }

  /** A thread that was started for one task is done with it. */
  public static void threadEnds() {
    if (TaskContexts.take(Thread.currentThread()) == null) {
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
    ThreadState slot = ThreadState.current();
    Request branch = slot.request;
    if (branch != null && branch.isBranch()) {
      slot.leaveBranch(branch);
      branch.joins();
    }
  }

  // ---- Threads ----

  /** A thread is being started. What works for many, as a pool's worker does, follows nobody. */
  public static void threadStarts(Thread thread) {
    ThreadState slot = ThreadState.current();
    if (slot.request != null && slot.startingWorkers == 0 && !isWorker(thread)) {
      submits(thread);
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
        || isOfAServer(thread);
  }

  /** From here on, this thread starts workers. */
  public static void startsWorkers() {
    ThreadState.current().startingWorkers++;
  }

  /** It has started them. */
  public static void startedWorkers() {
    ThreadState.current().startingWorkers--;
  }

  /** What a virtual thread is made to run: the same, for the request that makes it. */
  public static @Nullable Runnable carried(@Nullable Runnable task) {
    ThreadState slot = ThreadState.current();
    if (slot.request == null || task == null || slot.submitting > 0 || isOfAServer(task)) {
      return task;
    }
    RequestContext context = owner(slot);
    return context == null ? task : new Carried(task, context);
  }

  // ---- Completions ----

  /**
   * A completion of a {@code CompletableFuture} may fire, on whatever thread has completed what it
   * waits for.
   */
  public static @Nullable Request fires(Object completion) {
    RequestContext context = TaskContexts.peek(completion);
    return context == null ? null : goesOn(context, null);
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
      TaskContexts.take(completion);
    }
  }

  // ---- Wrappers ----

  private static @Nullable Request startsCarried(RequestContext context, Object task) {
    try {
      return goesOn(context, task);
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return null;
    }
  }

  private static void endsCarried(@Nullable Request started) {
    try {
      ends(started);
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
  }

  /** Knows its request, whoever runs it. */
  private static final class Carried implements Runnable {
    final Runnable task;
    final RequestContext context;

    Carried(Runnable task, RequestContext context) {
      this.task = task;
      this.context = context;
    }

    @Override
    public void run() {
      Request started = startsCarried(context, task);
      try {
        task.run();
      } finally {
        endsCarried(started);
      }
    }

    @Override
    public String toString() {
      return task.toString();
    }
  }

  /** The same with a result. */
  private static final class CarriedCall<T> implements Callable<T> {
    private final Callable<? extends T> task;
    private final RequestContext context;

    CarriedCall(Callable<? extends T> task, RequestContext context) {
      this.task = task;
      this.context = context;
    }

    @Override
    public T call() throws Exception {
      Request started = startsCarried(context, task);
      try {
        return task.call();
      } finally {
        endsCarried(started);
      }
    }

    @Override
    public String toString() {
      return task.toString();
    }
  }

  /** An executor that a lambda has made, told what every other executor is told. */
  private static final class Handing implements Executor {
    private final Executor executor;

    Handing(Executor executor) {
      this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
      boolean outside = false;
      Runnable carried = task;
      try {
        outside = submitsOutside(task);
        carried = outside ? carriedOutside(task) : task;
      } catch (Throwable ours) {
        Engine.suppress(ours);
      }
      try {
        executor.execute(carried == null ? task : carried);
      } finally {
        submitted(outside);
      }
    }

    @Override
    public String toString() {
      return executor.toString();
    }
  }
}
