package io.acme.threads;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Things that a request has left behind, and whether anybody still holds them. */
final class Leak {
  private static final List<WeakReference<Object>> LEFT = new ArrayList<>();

  private Leak() {}

  /** Hands tasks over that hold something large, and will never run. Asks once. */
  static void leave(Asking asking) {
    asking.ask();
    Pools.SCHEDULED.schedule(task(), 1, TimeUnit.HOURS).cancel(false);
    Pools.SCHEDULED.scheduleAtFixedRate(task(), 1, 1, TimeUnit.HOURS).cancel(false);
    new CompletableFuture<String>().thenRun(task());
    new CompletableFuture<String>().thenRunAsync(task(), Pools.FIXED);
    remember(new Thread(task()));
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
    remember(large);
    Runnable task = () -> large[0]++;
    remember(task);
    return task;
  }

  private static synchronized void remember(Object left) {
    LEFT.add(new WeakReference<>(left));
  }

  /** How many are still held, once the collector has had its chances. */
  static synchronized int held() throws InterruptedException {
    int held = LEFT.size();
    for (int i = 0; i < 200 && held > 0; i++) {
      System.gc();
      Thread.sleep(20);
      held = 0;
      for (WeakReference<Object> left : LEFT) {
        held += left.get() == null ? 0 : 1;
      }
    }
    return held;
  }
}
