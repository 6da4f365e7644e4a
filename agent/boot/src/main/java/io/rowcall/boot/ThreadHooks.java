package io.rowcall.boot;

import io.rowcall.boot.context.MainJob;
import io.rowcall.boot.context.TaskContexts;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.RequestContext;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of threads: one that is started for a single task inherits the request of the thread that
 * starts it. Workers of pools serve many requests, and inherit none.
 */
public final class ThreadHooks {
  private ThreadHooks() {}

  /** A thread is being started. */
  public static void onStart(Thread thread) {
    ThreadState state = ThreadState.current();
    if (state.request == null || state.startingWorkers > 0 || state.submitting > 0) {
      return;
    }
    RequestContext context = isWorker(thread) ? null : TaskHooks.owner(state);
    if (context != null) {
      TaskContexts.attach(thread, context, true);
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
        || Settings.isWorker(thread);
  }

  /** A thread that was started for one task is done with it. */
  public static void onExit() {
    MainJob.onExit();
    if (TaskContexts.take(Thread.currentThread()) == null) {
      TaskHooks.afterWorkerRun();
    }
  }

  /** Before this thread starts workers of a pool. */
  public static void beforeStartingWorkers() {
    ThreadState.current().startingWorkers++;
  }

  /** After this thread has started workers. */
  public static void afterStartingWorkers() {
    ThreadState.current().startingWorkers--;
  }

  /** Wraps the task of a virtual thread that is being created. */
  public static @Nullable Runnable wrap(@Nullable Runnable task) {
    ThreadState state = ThreadState.current();
    if (state.request == null
        || task == null
        || state.submitting > 0
        || Settings.isOfServer(task)) {
      return task;
    }
    RequestContext context = TaskHooks.owner(state);
    return context == null ? task : new RequestTask(task, context);
  }
}
