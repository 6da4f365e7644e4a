package io.rowcall.boot;

import io.rowcall.boot.context.TaskContexts;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of tasks that the JDK's executors run: the request of the thread that creates or submits a
 * task becomes the request of the thread that runs it.
 *
 * <p><b>Task ownership.</b> A task belongs to the request that creates it (a {@code FutureTask}, a
 * callback of a {@code CompletableFuture}, a coroutine) or that submits it to the outermost
 * executor. What executors submit to each other inside, such as a runner that drains a queue, is
 * unattributed: see {@link ThreadState#submitting}. A runner that finds another task inside
 * switches to the request of that task. When two requests could own a task, neither does.
 *
 * <p><b>Threads:</b> any. The running thread logs into a branch of its own, so no two threads write
 * one log; branches are joined when the request has ended. Outside of a request, a submission costs
 * one thread-local read, and a run one plain read. No lock: carriers of virtual threads run this
 * code.
 */
public final class TaskHooks {
  private TaskHooks() {}

  /** The request that this thread works for, as tasks know it; null when there is none. */
  static @Nullable RequestContext owner(ThreadState thread) {
    Request request = thread.request;
    return request == null || request.isUnattributed() ? null : request.context();
  }

  // ---- Tasks that know their request from their creation ----

  /** A task is being created. */
  public static void onCreate(Object task) {
    RequestContext context = owner(ThreadState.current());
    if (context != null) {
      TaskContexts.attach(task, context, false);
    }
  }

  /** A {@code FutureTask} is being created; one with a delay may be periodic, and a job. */
  public static void onCreateFuture(Object task) {
    if (!(task instanceof Delayed)) {
      onCreate(task);
    }
  }

  /**
   * Before the run of a task that has had its request since its creation, inside of whatever else
   * runs here: one without a request is unattributed, unless it runs in a request's own thread.
   */
  public static @Nullable Request beforeCreatedRun(Object task) {
    return beforeCreatedRun(task, TaskContexts.take(task));
  }

  /** The same for a task that runs repeatedly, such as a coroutine. */
  public static @Nullable Request beforeResume(Object task) {
    return beforeCreatedRun(task, TaskContexts.peek(task));
  }

  private static @Nullable Request beforeCreatedRun(Object task, @Nullable RequestContext context) {
    if (context != null) {
      return enter(context, task);
    }
    Request current = ThreadState.current().request;
    return current == null
            || !current.isBranch()
            || current.task == task
            || current.isUnattributed()
        ? null
        : enter(RequestContext.UNATTRIBUTED, task);
  }

  // ---- Submission ----

  /** A task is being submitted. */
  public static void onSubmit(@Nullable Object task) {
    ThreadState thread = ThreadState.current();
    if (thread.request == null || task == null || thread.submitting > 0) {
      return;
    }
    RequestContext context = owner(thread);
    if (context != null && !TaskContexts.attach(task, context, false)) {
      TaskContexts.markAmbiguous(task);
    }
  }

  /**
   * A task is being scheduled for later, once. One that schedules itself again and again would be
   * followed forever, so what it executes after the end of the request is unattributed.
   */
  public static void onSchedule(Object task) {
    Request request = ThreadState.current().request;
    if (request != null && request.root() != null) {
      onSubmit(task);
    }
  }

  /**
   * A task is being submitted to a fork-join pool. The scheduler of virtual threads is left alone:
   * its tasks are threads, which know their request otherwise.
   */
  public static void onForkJoinSubmit(
      Object pool, @Nullable Object threadFactory, @Nullable Object task) {
    if (ThreadState.current().request != null
        && threadFactory != null
        && !isInternalToTheJdk(threadFactory)
        && !isInternalToTheJdk(pool)) {
      onSubmit(task);
    }
  }

  private static boolean isInternalToTheJdk(Object object) {
    return object.getClass().getName().startsWith("java.lang.");
  }

  /** Attaches a task that is being submitted. Returns the task, or a wrapper of it. */
  public static @Nullable Runnable attachOrWrap(@Nullable Runnable task) {
    if (task instanceof RequestTask) {
      // An outer executor has wrapped it, and this one runs tasks that it can tell apart.
      RequestTask wrapper = (RequestTask) task;
      return TaskContexts.attach(wrapper.task, wrapper.context, true) ? wrapper.task : wrapper;
    }
    ThreadState thread = ThreadState.current();
    if (thread.request == null
        || task == null
        || thread.submitting > 0
        || thread.startingWorkers > 0
        || Settings.isOfServer(task)) {
      return task;
    }
    RequestContext context = owner(thread);
    return context == null || TaskContexts.attach(task, context, !(task instanceof Future))
        ? task
        : new RequestTask(task, context);
  }

  /** A submission was rejected. A task that knew its request before still does: it may be run. */
  public static void onRejected(@Nullable Object task) {
    if (task != null && !(task instanceof RequestTask) && !(task instanceof Future)) {
      TaskContexts.take(task);
    }
  }

  // ---- Runs ----

  /**
   * Before a task runs on this thread.
   *
   * @return the value to pass to {@link #afterRun}; null when the thread keeps its request
   */
  public static @Nullable Request beforeRun(@Nullable Object task) {
    RequestContext context = task == null ? null : TaskContexts.take(task);
    return context == null ? null : enter(context, task);
  }

  /** Enters a request; null when the thread works for it already. */
  static @Nullable Request enter(RequestContext context, @Nullable Object task) {
    ThreadState thread = ThreadState.current();
    Request current = thread.request;
    if (current != null) {
      if (current.belongsTo(context) && thread.submitting == 0) {
        return null; // The caller runs it itself.
      }
      if (current.ownsThread && task != null && !current.belongsTo(context)) {
        // A thread that runs tasks of other requests is a worker, whichever request started it.
        thread.leaveBranch(current);
      }
    }
    Request branch = thread.enterBranch(context);
    branch.task = task;
    thread.executing = false;
    thread.submitting = 0;
    return branch;
  }

  /**
   * After a task has run.
   *
   * @param entered the branch of {@link #beforeRun}; the thread may have a successor of it by now
   */
  public static void afterRun(@Nullable Request entered) {
    if (entered != null) {
      afterWorkerRun();
    }
  }

  /** Before a pool's worker runs a task. */
  public static void beforeWorkerRun(@Nullable Object task) {
    beforeRun(task);
  }

  /** After a pool's worker has run a task: it works for no request any more. */
  public static void afterWorkerRun() {
    ThreadState thread = ThreadState.current();
    JobHooks.endPoll(thread);
    Request branch = thread.request;
    if (branch != null && branch.isBranch()) {
      thread.leaveBranch(branch);
    }
  }

  // ---- Completions ----

  /** Before a completion of a {@code CompletableFuture} may fire, on whatever thread completes. */
  public static @Nullable Request beforeFire(Object completion) {
    RequestContext context = TaskContexts.peek(completion);
    return context == null ? null : enter(context, null);
  }

  /**
   * After it has fired, or has found that it cannot yet.
   *
   * @param dependent the completion's dependent; null when it has fired
   */
  public static void afterFire(
      Object completion, @Nullable Request entered, @Nullable Object dependent) {
    afterRun(entered);
    if (dependent == null) {
      TaskContexts.take(completion);
    }
  }
}
