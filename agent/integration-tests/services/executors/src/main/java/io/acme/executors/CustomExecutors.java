package io.acme.executors;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Executors that applications write themselves. */
final class CustomExecutors {
  private CustomExecutors() {}

  /** Starts workers up to a limit, and keeps them. */
  static Executor pool(int workers) {
    return new Pool(workers);
  }

  private static final class Pool implements Executor {
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final int limit;
    private int workers;

    Pool(int limit) {
      this.limit = limit;
    }

    @Override
    public synchronized void execute(Runnable task) {
      queue.add(task);
      if (workers < limit) {
        workers++;
        start(() -> queue.take().run());
      }
    }
  }

  /** Pool whose workers extend {@link Thread}. */
  static Executor poolOfThreads() {
    return new PoolOfThreads();
  }

  private static final class PoolOfThreads implements Executor {
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private int workers;

    @Override
    public synchronized void execute(Runnable task) {
      queue.add(task);
      if (workers++ < 3) {
        new Worker().start();
      }
    }

    private final class Worker extends Thread {
      Worker() {
        setDaemon(true);
      }

      @Override
      public void run() {
        while (true) {
          try {
            queue.take().run();
          } catch (InterruptedException end) {
            return;
          }
        }
      }
    }
  }

  /** Lambda that hands tasks off to one thread. */
  static Executor handOff() {
    SynchronousQueue<Runnable> queue = new SynchronousQueue<>();
    start(() -> queue.take().run());
    return task -> {
      try {
        queue.put(task);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Runs one task after the other: the end of one submits the next, of any request. */
  static Executor serial(Executor executor) {
    return new Serial(executor);
  }

  private static final class Serial implements Executor {
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

  /** One task, submitted again and again, drains the queue for all requests. */
  static Executor draining(Executor executor) {
    return new Draining(executor);
  }

  private static final class Draining implements Executor, Runnable {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Executor executor;

    Draining(Executor executor) {
      this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
      if (waiting.getAndIncrement() == 0) {
        executor.execute(this);
      }
    }

    @Override
    public void run() {
      do {
        tasks.remove().run();
      } while (waiting.decrementAndGet() > 0);
    }
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private static void start(Step step) {
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                try {
                  step.run();
                } catch (InterruptedException end) {
                  return;
                }
              }
            },
            "custom");
    thread.setDaemon(true);
    thread.start();
  }
}
