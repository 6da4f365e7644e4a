package io.rowcall.core.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Classes that the agent should have woven and could not: what they do is not counted. The first
 * {@value #MAX_CLASSES} by name, each with the class of the error; its message may hold anything.
 *
 * <p>Any thread. A class is added while it is loaded, so nothing here loads a class or waits.
 */
public final class UnwovenClasses {
  private static final int MAX_CLASSES = 32;

  /** Guarded by itself. */
  private final Map<String, String> reasons = new TreeMap<String, String>();

  private volatile int count;

  /**
   * Adds a class.
   *
   * @param name with dots or slashes
   */
  public void add(String name, Throwable reason) {
    synchronized (reasons) {
      if (reasons.size() < MAX_CLASSES) {
        reasons.put(name.replace('/', '.'), reason.getClass().getName());
      }
      count = reasons.size();
    }
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** The classes, each as {@code name (error)}. */
  public List<String> all() {
    synchronized (reasons) {
      List<String> lines = new ArrayList<String>();
      for (Map.Entry<String, String> entry : reasons.entrySet()) {
        lines.add(entry.getKey() + " (" + entry.getValue() + ")");
      }
      return lines;
    }
  }
}
