package io.rowcall.cli.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a budget asks of the endpoints that a pattern matches.
 *
 * @param where {@code budget.yml:12}
 * @param classes levels by finding class, as far as the rule sets them
 */
record Rule(
    String pattern,
    String where,
    @Nullable Limit queries,
    @Nullable Limit latencyP95Millis,
    Map<String, Level> classes) {

  /** Whether the pattern matches: {@code *} stands for one segment, {@code **} for any number. */
  boolean matches(String endpoint) {
    return matches(pattern.split("[ /]", -1), 0, endpoint.split("[ /]", -1), 0);
  }

  private static boolean matches(String[] pattern, int p, String[] name, int n) {
    if (p == pattern.length) {
      return n == name.length;
    }
    if (pattern[p].equals("**")) {
      for (int rest = n; rest <= name.length; rest++) {
        if (matches(pattern, p + 1, name, rest)) {
          return true;
        }
      }
      return false;
    }
    return n < name.length
        && (pattern[p].equals("*") || pattern[p].equals(name[n]))
        && matches(pattern, p + 1, name, n + 1);
  }
}
