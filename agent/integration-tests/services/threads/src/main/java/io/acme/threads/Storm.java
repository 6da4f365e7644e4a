package io.acme.threads;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Submits many small tasks to every kind of pool at once. */
final class Storm {
  private Storm() {}

  /** {@code n} executions. */
  static void run(RequestQueries queries, int n) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(n);
    Runnable task =
        () -> {
          try {
            queries.select();
          } finally {
            done.countDown();
          }
        };
    for (int i = 0; i < n; i++) {
      switch (i % 6) {
        case 0:
          Pools.FIXED.execute(() -> task.run());
          break;
        case 1:
          Pools.FORK_JOIN.execute(() -> task.run());
          break;
        case 2:
          CompletableFuture.runAsync(() -> task.run());
          break;
        case 3:
          Pools.SCHEDULED.schedule(() -> task.run(), 0, TimeUnit.MILLISECONDS);
          break;
        case 4:
          CompletableFuture<String> answer = new CompletableFuture<>();
          answer.thenRun(() -> task.run());
          Pools.UNRELATED_THREAD.add(() -> answer.complete("answer"));
          break;
        default:
          task.run();
          break;
      }
    }
    done.await();
  }
}
