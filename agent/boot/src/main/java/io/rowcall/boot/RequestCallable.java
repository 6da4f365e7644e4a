package io.rowcall.boot;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import java.util.concurrent.Callable;

/** {@link RequestTask} with a result. */
final class RequestCallable<T> implements Callable<T> {
  private final Callable<T> task;
  private final RequestContext context;

  RequestCallable(Callable<T> task, RequestContext context) {
    this.task = task;
    this.context = context;
  }

  @Override
  public T call() throws Exception {
    Request entered = RequestTask.enter(context, task);
    try {
      return task.call();
    } finally {
      RequestTask.leave(entered);
    }
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
