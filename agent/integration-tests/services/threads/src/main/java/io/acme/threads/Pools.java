package io.acme.threads;

import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Threads that live as long as the service. */
final class Pools {
  static final ExecutorService FIXED = Executors.newFixedThreadPool(4);
  static final ExecutorService CACHED = Executors.newCachedThreadPool();
  static final ScheduledExecutorService SCHEDULED = scheduled();
  static final ForkJoinPool FORK_JOIN = new ForkJoinPool(3);
  static final Timer TIMER = new Timer("timer", true);

  /** Whatever is put here runs on a thread that no request has started. */
  static final LinkedBlockingQueue<Runnable> ELSEWHERE = new LinkedBlockingQueue<>();

  private Pools() {}

  static void start() {
    Thread elsewhere =
        new Thread(
            () -> {
              while (true) {
                try {
                  ELSEWHERE.take().run();
                } catch (InterruptedException end) {
                  return;
                }
              }
            },
            "elsewhere");
    elsewhere.setDaemon(true);
    elsewhere.start();
  }

  private static ScheduledThreadPoolExecutor scheduled() {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(2);
    pool.setRemoveOnCancelPolicy(true);
    return pool;
  }
}
