package io.rowcall.boot;

import io.rowcall.boot.request.Engine;
import java.util.concurrent.Executor;

/** Executor around one that a lambda has created: calls the hooks that other executors call. */
final class RequestExecutor implements Executor {
  private final Executor executor;

  RequestExecutor(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    boolean outermost = false;
    Runnable wrapped = task;
    try {
      outermost = ExecutorHooks.beforeSubmit(task);
      wrapped = outermost ? ExecutorHooks.wrap(task) : task;
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
    try {
      executor.execute(wrapped == null ? task : wrapped);
    } finally {
      ExecutorHooks.afterSubmit(outermost);
    }
  }

  @Override
  public String toString() {
    return executor.toString();
  }
}
