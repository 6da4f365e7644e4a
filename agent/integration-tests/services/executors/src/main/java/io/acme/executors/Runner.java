package io.acme.executors;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Has work done elsewhere, and waits for it. */
interface Runner {
  void run(Callable<Object> work) throws Exception;

  /** The same through an executor, which is given a lambda. */
  static Runner on(Executor executor) {
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
        throw new IllegalStateException("the work was not done");
      }
      if (failure[0] != null) {
        throw failure[0];
      }
    };
  }
}
