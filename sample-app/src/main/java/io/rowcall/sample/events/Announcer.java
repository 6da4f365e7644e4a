package io.rowcall.sample.events;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells listeners which events changed: not at each change, but once for all changes within an
 * interval.
 *
 * <p>Thread-safe. What was announced before closing is still told.
 */
public final class Announcer implements AutoCloseable {

  private final Duration interval;
  private final Consumer<Set<String>> listener;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "announcer");
            thread.setDaemon(true);
            return thread;
          });
  private Set<String> changed = new LinkedHashSet<>();

  /**
   * @param listener called with the tokens of the events that changed
   */
  public Announcer(Duration interval, Consumer<Set<String>> listener) {
    this.interval = interval;
    this.listener = listener;
  }

  synchronized void changed(String token) {
    boolean first = changed.isEmpty();
    changed.add(token);
    if (first) {
      var unused = timer.schedule(this::tell, interval.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void tell() {
    Set<String> told;
    synchronized (this) {
      told = changed;
      changed = new LinkedHashSet<>();
    }
    if (!told.isEmpty()) {
      listener.accept(told);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    tell();
  }
}
