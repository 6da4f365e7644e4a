package io.acme.threads;

import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Executors and threads that live as long as the service. */
final class Pools {
  static final ExecutorService FIXED = Executors.newFixedThreadPool(4);
  static final ExecutorService CACHED = Executors.newCachedThreadPool();
  static final ScheduledExecutorService SCHEDULED = scheduled();
  static final ForkJoinPool FORK_JOIN = new ForkJoinPool(3);
  static final Timer TIMER = new Timer("timer", true);

  /** Queue of tasks for a thread that no request started. */
  static final LinkedBlockingQueue<Runnable> UNRELATED_THREAD = new LinkedBlockingQueue<>();

  private Pools() {}

  static void start() {
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                try {
                  UNRELATED_THREAD.take().run();
                } catch (InterruptedException end) {
                  return;
                }
              }
            },
            "unrelated");
    thread.setDaemon(true);
    thread.start();
  }

  private static ScheduledThreadPoolExecutor scheduled() {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(2);
    pool.setRemoveOnCancelPolicy(true);
    return pool;
  }
}
