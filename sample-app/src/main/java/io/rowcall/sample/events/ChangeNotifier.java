package io.rowcall.sample.events;

import io.rowcall.sample.http.EventSource;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells whoever watches an event that it changed: not at each change, but once for all changes
 * within an interval.
 *
 * <p>Thread-safe. What was announced before closing is still told. Whoever cannot be told any more
 * is forgotten.
 */
public final class ChangeNotifier implements AutoCloseable {

  private final Duration interval;
  private final Map<EventSource.Sink, String> watchers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "announcer");
            thread.setDaemon(true);
            return thread;
          });
  private Set<String> changed = new LinkedHashSet<>();

  public ChangeNotifier(Duration interval) {
    this.interval = interval;
  }

  /** The changes of one event, from now on. */
  EventSource of(String token) {
    return watcher -> watchers.put(watcher, token);
  }

  int watchers() {
    return watchers.size();
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
    watchers.forEach(
        (watcher, token) -> {
          if (told.contains(token)) {
            send(watcher, token);
          }
        });
  }

  private void send(EventSource.Sink watcher, String token) {
    try {
      watcher.send(token);
    } catch (IOException gone) {
      watchers.remove(watcher);
      watcher.end();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    tell();
    watchers.keySet().forEach(EventSource.Sink::end);
    watchers.clear();
  }
}
