package io.rowcall.gate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A parsed budget.
 *
 * @param source the file, or {@code the defaults}; for messages
 * @param rules for endpoints; of those that match and have a setting, the most specific wins
 * @param classes by class of findings, for endpoints whose rules do not set it
 * @param suppressions accepted findings
 */
record Budget(
    String source,
    Requirements require,
    List<Rule> rules,
    Map<String, FindingRule> classes,
    List<Suppression> suppressions) {

  /** All classes of findings, with their default levels. */
  static final Map<String, Level> DEFAULTS = defaults();

  /** Classes whose findings count repeats in one request, so that a budget can limit them. */
  static final List<String> COUNTED =
      FindingPage.ALL.entrySet().stream()
          .filter(entry -> entry.getValue().limitsRepeats())
          .map(Map.Entry::getKey)
          .toList();

  /** Key for all classes of N+1. */
  static final String N_PLUS_ONE = "n-plus-one";

  static final List<String> N_PLUS_ONE_CLASSES =
      FindingPage.ALL.keySet().stream().filter(key -> key.startsWith("n+1-")).toList();

  /** The budget of a project without a budget file. */
  static Budget byDefault() {
    return new Budget("the defaults", Requirements.DEFAULT, List.of(), Map.of(), List.of());
  }

  private static Map<String, Level> defaults() {
    var defaults = new TreeMap<String, Level>();
    FindingPage.ALL.forEach((key, page) -> defaults.put(key, page.level()));
    return defaults;
  }
}
