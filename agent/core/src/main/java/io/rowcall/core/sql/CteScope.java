package io.rowcall.core.sql;

import java.util.Arrays;

/**
 * Names of common table expressions, with the parenthesis depth at which each is declared. Bounded.
 */
final class CteScope {
  private static final int MAX_NAMES = 64;

  private String[] names = new String[0];
  private int[] depths = new int[0];

  /** Whether queries can refer to it yet: a recursive one from the start, others once complete. */
  private boolean[] visible = new boolean[0];

  private int size;

  void declare(String name, int depth, boolean recursive) {
    if (size == MAX_NAMES) {
      return;
    }
    if (size == names.length) {
      int capacity = Math.max(4, size * 2);
      names = Arrays.copyOf(names, capacity);
      depths = Arrays.copyOf(depths, capacity);
      visible = Arrays.copyOf(visible, capacity);
    }
    names[size] = name;
    depths[size] = depth;
    visible[size] = recursive;
    size++;
  }

  boolean contains(String name) {
    for (int i = 0; i < size; i++) {
      if (visible[i] && names[i].equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** Makes the names declared at this depth visible. */
  void complete(int depth) {
    for (int i = size - 1; i >= 0 && depths[i] == depth; i--) {
      visible[i] = true;
    }
  }

  /** Drops the names declared deeper than this depth. */
  void leaveTo(int depth) {
    while (size > 0 && depths[size - 1] > depth) {
      size--;
    }
  }
}
