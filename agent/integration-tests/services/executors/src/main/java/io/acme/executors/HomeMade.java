package io.acme.executors;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Executors as people write them. */
final class HomeMade {
  private HomeMade() {}

  /** Starts a worker while there are few, and keeps it. */
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

  /** Its workers are threads of a class of their own. */
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

  /** A lambda that hands over to one thread. */
  static Executor handOver() {
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

  /** One task after the other: the end of one submits the next, whoever's that is. */
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

  /** One runner, which is submitted again and again, drains the tasks of everybody. */
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
            "home-made");
    thread.setDaemon(true);
    thread.start();
  }
}
