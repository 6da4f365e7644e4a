package io.rowcall.boot.request;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one task on several threads at once. */
public final class Threads {
  private Threads() {}

  /** A task that receives the number of its thread, from 0. */
  public interface Task {
    void run(int thread) throws Exception;
  }

  /** Returns when all threads are done, and throws what one of them has thrown. */
  public static void run(int count, Task task) throws Exception {
    var threads = Executors.newFixedThreadPool(count);
    try {
      var barrier = new CyclicBarrier(count);
      List<Future<?>> results = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int thread = i;
        results.add(
            threads.submit(
                () -> {
                  barrier.await();
                  task.run(thread);
                  return null;
                }));
      }
      for (Future<?> result : results) {
        result.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof AssertionError error) {
        throw error;
      }
      throw failed;
    } finally {
      threads.shutdownNow();
    }
  }
}
