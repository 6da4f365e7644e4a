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
 * Notifies subscribers of an event about changes, once for all changes within an interval.
 *
 * <p>Thread-safe. Changes announced before closing are still delivered. Subscribers that fail are
 * removed.
 */
public final class ChangeNotifier implements AutoCloseable {

  private final Duration interval;
  private final Map<EventSource.Sink, String> subscribers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "change-notifier");
            thread.setDaemon(true);
            return thread;
          });
  private Set<String> changed = new LinkedHashSet<>();

  public ChangeNotifier(Duration interval) {
    this.interval = interval;
  }

  /** Returns the changes of one event, from now on. */
  EventSource changesOf(String token) {
    return subscriber -> subscribers.put(subscriber, token);
  }

  int subscribers() {
    return subscribers.size();
  }

  synchronized void changed(String token) {
    boolean first = changed.isEmpty();
    changed.add(token);
    if (first) {
      var unused =
          timer.schedule(this::notifySubscribers, interval.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void notifySubscribers() {
    Set<String> pending;
    synchronized (this) {
      pending = changed;
      changed = new LinkedHashSet<>();
    }
    subscribers.forEach(
        (subscriber, token) -> {
          if (pending.contains(token)) {
            send(subscriber, token);
          }
        });
  }

  private void send(EventSource.Sink subscriber, String token) {
    try {
      subscriber.send(token);
    } catch (IOException disconnected) {
      subscribers.remove(subscriber);
      subscriber.end();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    notifySubscribers();
    subscribers.keySet().forEach(EventSource.Sink::end);
    subscribers.clear();
  }
}
