package io.rowcall.boot;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import org.jspecify.annotations.Nullable;

/** Task that enters its request, whichever thread runs it. */
final class RequestTask implements Runnable {
  final Runnable task;
  final RequestContext context;

  RequestTask(Runnable task, RequestContext context) {
    this.task = task;
    this.context = context;
  }

  @Override
  public void run() {
    Request entered = enter(context, task);
    try {
      task.run();
    } finally {
      leave(entered);
    }
  }

  static @Nullable Request enter(RequestContext context, Object task) {
    try {
      return TaskHooks.enter(context, task);
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return null;
    }
  }

  static void leave(@Nullable Request entered) {
    try {
      TaskHooks.afterRun(entered);
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
