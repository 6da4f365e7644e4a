package io.rowcall.sample.db;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How often named operations ran, and how long they took. Thread-safe. */
public final class Operations {

  private final Map<String, Figures> figures = new ConcurrentHashMap<>();

  /** The figures of one operation so far. */
  public record Figures(long count, double totalMillis, double maxMillis) {

    Figures plus(double millis) {
      return new Figures(count + 1, totalMillis + millis, Math.max(maxMillis, millis));
    }
  }

  /**
   * @param startNanos what {@link System#nanoTime} said when it began
   */
  public void ended(String name, long startNanos) {
    double millis = (System.nanoTime() - startNanos) / 1e6;
    figures.merge(name, new Figures(1, millis, millis), (before, ignored) -> before.plus(millis));
  }

  /** By name, as of now. */
  public Map<String, Figures> figures() {
    return new TreeMap<>(figures);
  }
}
