package io.acme.threads;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Executors that applications write themselves. */
final class CustomExecutors {
  /** Starts a thread per task. */
  static final Executor PER_TASK = new PerTask();

  private CustomExecutors() {}

  private static final class PerTask implements Executor {
    @Override
    public void execute(Runnable task) {
      new Thread(task, "custom").start();
    }
  }

  /** Runs one task after the other: the end of one submits the next. */
  static final class Serial implements Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Executor executor;
    private Runnable active;

    Serial(Executor executor) {
      this.executor = executor;
    }

    @Override
    public synchronized void execute(Runnable task) {
      tasks.add(
          () -> {
            try {
              task.run();
            } finally {
              next();
            }
          });
      if (active == null) {
        next();
      }
    }

    private synchronized void next() {
      active = tasks.poll();
      if (active != null) {
        executor.execute(active);
      }
    }
  }
}
