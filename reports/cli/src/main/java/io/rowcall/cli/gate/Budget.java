package io.rowcall.cli.gate;

import java.util.List;
import java.util.Map;

/**
 * What a run is held to.
 *
 * @param source for people: the file, or that there is none
 * @param rules for endpoints, in the order of the file; of those that match, the most exact counts
 * @param classes levels by finding class, for endpoints whose rule does not say
 * @param debts findings that are borne
 * @param minRequests a run of fewer shows nothing
 */
record Budget(
    String source,
    List<Rule> rules,
    Map<String, Level> classes,
    List<Debt> debts,
    long minRequests) {

  /** Every class that the agent finds, and how a gate takes it by default. */
  static final Map<String, Level> DEFAULTS =
      Map.ofEntries(
          Map.entry("n+1-select", Level.ERROR),
          Map.entry("n+1-write", Level.ERROR),
          Map.entry("duplicate", Level.WARN),
          Map.entry("too-many-queries", Level.WARN),
          Map.entry("slow-query", Level.OFF),
          Map.entry("slow-request", Level.OFF),
          Map.entry("sequential-queries", Level.OFF),
          Map.entry("large-result", Level.WARN),
          Map.entry("missing-index", Level.WARN),
          Map.entry("pool-wait", Level.OFF),
          Map.entry("connection-held", Level.OFF),
          Map.entry("connection-leak", Level.ERROR),
          Map.entry("low-cache-hit-ratio", Level.OFF));

  static Budget byDefault() {
    return new Budget("the defaults", List.of(), Map.of(), List.of(), 1);
  }
}
