package io.rowcall.sample.db;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times of named operations. Thread-safe. */
public final class Operations {

  private final Map<String, Figures> figures = new ConcurrentHashMap<>();

  /** Figures of one operation. */
  public record Figures(long count, double totalMillis, double maxMillis) {

    Figures plus(double millis) {
      return new Figures(count + 1, totalMillis + millis, Math.max(maxMillis, millis));
    }
  }

  /**
   * Records an operation.
   *
   * @param startNanos {@link System#nanoTime} at its start
   */
  public void ended(String name, long startNanos) {
    double millis = (System.nanoTime() - startNanos) / 1e6;
    figures.merge(name, new Figures(1, millis, millis), (before, ignored) -> before.plus(millis));
  }

  /** Returns a snapshot by name. */
  public Map<String, Figures> figures() {
    return new TreeMap<>(figures);
  }
}
