package io.rowcall.boot;

import io.rowcall.boot.context.TaskContexts;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.state.WeakIdentityMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of executors that are not the JDK's. How they run tasks is unknown, so a plain task is
 * wrapped, and the class of any other is woven to report its runs.
 */
public final class ExecutorHooks {
  /** Whether the runs of a task class are followed, for classes that are no plain tasks. */
  private static final WeakIdentityMap<Boolean> TASK_CLASSES = WeakIdentityMap.refusing();

  private ExecutorHooks() {}

  /**
   * Before a task is submitted to an executor.
   *
   * @return whether this thread works for a request and the executor is the outermost; the value to
   *     pass to {@link #afterSubmit}
   */
  public static boolean beforeSubmit(@Nullable Runnable task) {
    ThreadState thread = ThreadState.current();
    RequestContext context = ownerIfOutermost(thread, task);
    if (context == null || task == null) {
      return false;
    }
    thread.submitting++;
    try {
      if (!(task instanceof RequestTask) && !isPlain(task) && TaskContexts.peek(task) == null) {
        attach(task, context);
      }
    } catch (Throwable ours) {
      Engine.suppress(ours); // The task is unattributed then.
    }
    return true;
  }

  /** The same for a task with a result, of which executors make a task of their own. */
  public static boolean beforeSubmit(@Nullable Callable<?> task) {
    ThreadState thread = ThreadState.current();
    RequestContext context = ownerIfOutermost(thread, task);
    if (context == null || task == null) {
      return false;
    }
    thread.submitting++;
    try {
      if (!isPlain(task) && TaskContexts.peek(task) == null) {
        attach(task, context);
      }
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
    return true;
  }

  /** The same for a collection of tasks with results, as {@code invokeAll} takes. */
  public static boolean beforeSubmit(@Nullable Collection<?> tasks) {
    ThreadState thread = ThreadState.current();
    if (ownerIfOutermost(thread, tasks) == null) {
      return false;
    }
    thread.submitting++;
    return true;
  }

  /** What starts a worker of a pool runs as long as the pool does: no request owns it. */
  private static @Nullable RequestContext ownerIfOutermost(
      ThreadState thread, @Nullable Object task) {
    return thread.request == null
            || task == null
            || thread.submitting > 0
            || thread.startingWorkers > 0
            || Settings.isOfServer(task)
        ? null
        : TaskHooks.owner(thread);
  }

  /** Attaches a task that cannot be wrapped, if its runs are followed. */
  private static void attach(Object task, RequestContext context) {
    if (task instanceof FutureTask || isFollowed(task.getClass())) {
      TaskContexts.attach(task, context, false);
    }
  }

  private static boolean isFollowed(Class<?> type) {
    Boolean known = TASK_CLASSES.get(type);
    if (known == null) {
      Engine engine = Engine.current();
      known = engine != null && !TASK_CLASSES.isFull() && engine.followRuns(type);
      TASK_CLASSES.put(type, known);
    }
    return known;
  }

  /**
   * Whether a task has no identity to rely on, such as a lambda: it is not compared, cast, or
   * found.
   */
  private static boolean isPlain(Object task) {
    Class<?> type = task.getClass();
    return type.getSuperclass() == Object.class
        && (type.isSynthetic() || type.getInterfaces().length == 1);
  }

  /**
   * Wraps a task if needed, once {@link #beforeSubmit} has returned true. Never throws: that answer
   * has to be undone.
   */
  public static @Nullable Runnable wrap(@Nullable Runnable task) {
    try {
      RequestContext context =
          task == null
                  || task instanceof RequestTask
                  || !isPlain(task)
                  || TaskContexts.peek(task) != null
              ? null
              : TaskHooks.owner(ThreadState.current());
      return task == null || context == null ? task : new RequestTask(task, context);
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return task;
    }
  }

  /** The same for a task with a result. */
  public static <T> @Nullable Callable<T> wrap(@Nullable Callable<T> task) {
    try {
      RequestContext context =
          task == null || !isPlain(task) ? null : TaskHooks.owner(ThreadState.current());
      return task == null || context == null ? task : new RequestCallable<T>(task, context);
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return task;
    }
  }

  /**
   * The same for a collection: a copy of it, because it may create its elements on iteration. A
   * collection of anything but callables is returned unchanged, and its runs are unattributed.
   */
  public static @Nullable Collection<?> wrap(@Nullable Collection<?> tasks) {
    try {
      RequestContext context = tasks == null ? null : TaskHooks.owner(ThreadState.current());
      if (tasks == null || context == null) {
        return tasks;
      }
      List<@Nullable Object> wrapped = new ArrayList<@Nullable Object>(tasks.size());
      for (Object task : tasks) {
        if (task != null && !(task instanceof Callable)) {
          return tasks;
        }
        wrapped.add(wrapOrAttach(task, context));
      }
      return wrapped;
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return tasks;
    }
  }

  private static @Nullable Object wrapOrAttach(@Nullable Object task, RequestContext context) {
    if (task == null) {
      return null;
    }
    if (isPlain(task)) {
      return new RequestCallable<Object>((Callable<?>) task, context);
    }
    if (TaskContexts.peek(task) == null) {
      attach(task, context);
    }
    return task;
  }

  /** After the executor has taken the task. */
  public static void afterSubmit(boolean outermost) {
    if (outermost) {
      ThreadState.current().submitting--;
    }
  }

  /** Wraps an executor that a lambda has created, whose class cannot be woven. */
  public static @Nullable Executor wrapExecutor(@Nullable Executor lambda) {
    return lambda == null || lambda instanceof RequestExecutor
        ? lambda
        : new RequestExecutor(lambda);
  }
}
