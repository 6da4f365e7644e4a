package io.acme.threads;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tracks objects of finished requests, and counts those that are still reachable. */
final class RetentionProbe {
  private static final List<WeakReference<Object>> TRACKED = new ArrayList<>();

  private RetentionProbe() {}

  /** One execution; then leaves 13 large objects in tasks, most of which never run. */
  static void leave(RequestQueries queries) {
    queries.select();
    Pools.SCHEDULED.schedule(task(), 1, TimeUnit.HOURS).cancel(false);
    Pools.SCHEDULED.scheduleAtFixedRate(task(), 1, 1, TimeUnit.HOURS).cancel(false);
    new CompletableFuture<String>().thenRun(task());
    new CompletableFuture<String>().thenRunAsync(task(), Pools.FIXED);
    track(new Thread(task()));
    Pools.TIMER.schedule(
        new java.util.TimerTask() {
          private final Runnable held = task();

          @Override
          public void run() {
            held.run();
            cancel();
          }
        },
        0);
  }

  private static Runnable task() {
    byte[] large = new byte[100_000];
    track(large);
    Runnable task = () -> large[0]++;
    track(task);
    return task;
  }

  private static synchronized void track(Object object) {
    TRACKED.add(new WeakReference<>(object));
  }

  /** Returns {@code n of total}: the objects still reachable after repeated garbage collections. */
  static synchronized String retained() throws InterruptedException {
    int retained = TRACKED.size();
    for (int i = 0; i < 200 && retained > 0; i++) {
      System.gc();
      Thread.sleep(20);
      retained = 0;
      for (WeakReference<Object> reference : TRACKED) {
        retained += reference.get() == null ? 0 : 1;
      }
    }
    return retained + " of " + TRACKED.size();
  }
}
