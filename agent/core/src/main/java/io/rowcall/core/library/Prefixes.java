package io.rowcall.core.library;

import java.util.List;

/**
 * Set of name prefixes. A lookup compares only the prefixes with the name's first character: the
 * transformer looks up every class that the JVM loads.
 */
final class Prefixes {
  private static final int ASCII = 128;

  private final String[][] byFirst = new String[ASCII][];

  Prefixes(List<String> prefixes) {
    for (String prefix : prefixes) {
      String[] same = byFirst[prefix.charAt(0)];
      int count = same == null ? 0 : same.length;
      String[] longer = new String[count + 1];
      if (same != null) {
        System.arraycopy(same, 0, longer, 0, count);
      }
      longer[count] = prefix;
      byFirst[prefix.charAt(0)] = longer;
    }
  }

  boolean matches(String name) {
    char first = name.isEmpty() ? ASCII : name.charAt(0);
    String[] same = first < ASCII ? byFirst[first] : null;
    if (same != null) {
      for (String prefix : same) {
        if (name.startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }
}
