package io.acme.executors;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs a task on another thread, and waits for it. */
interface TaskRunner {
  void run(Callable<Object> work) throws Exception;

  /** Runs tasks through an executor, as lambdas. */
  static TaskRunner over(Executor executor) {
    return work -> {
      CountDownLatch done = new CountDownLatch(1);
      Exception[] failure = new Exception[1];
      executor.execute(
          () -> {
            try {
              work.call();
            } catch (Exception failed) {
              failure[0] = failed;
            } finally {
              done.countDown();
            }
          });
      if (!done.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the task timed out");
      }
      if (failure[0] != null) {
        throw failure[0];
      }
    };
  }
}
