package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;

/**
 * Explores the interleavings of a few threads over the real classes: each run is repeated with
 * other switches between threads, at every access to shared memory, as many times as {@code
 * rowcall.model.invocations} says. Deterministic; sequentially consistent.
 */
public final class Model {
  private static final int INVOCATIONS = Integer.getInteger("rowcall.model.invocations", 30);

  private Model() {}

  /** Runs a scenario under every interleaving that is explored; it must not depend on others. */
  public static void explore(Runnable scenario) {
    Lincheck.runConcurrentTest(INVOCATIONS, scenario);
  }

  /** Runs threads to their end, and fails with what one of them has thrown. */
  public static void concurrently(Runnable... tasks) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread[] threads = new Thread[tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      Runnable task = tasks[i];
      threads[i] =
          new Thread(
              () -> {
                try {
                  task.run();
                } catch (Throwable failed) {
                  failure.set(failed);
                }
              });
      threads[i].start();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
  }
}
