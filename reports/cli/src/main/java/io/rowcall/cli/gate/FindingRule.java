package io.rowcall.cli.gate;

import io.rowcall.format.Finding;
import java.util.List;

/**
 * What becomes of the findings of a class.
 *
 * @param max repeats in one request that are allowed; 0 where the class has no such figure
 * @param minRequests a finding that fewer requests show is at most warned of
 * @param least a finding with a lesser verdict is at most warned of
 * @param cold the most that becomes of a finding all of whose requests missed a cache for each of
 *     its executions: a warm cache would have answered them
 * @param where {@code budget.yml:12}
 */
record FindingRule(
    Level level,
    double max,
    Tolerance tolerance,
    long minRequests,
    String least,
    Level cold,
    String where) {
  /** The least sure first. */
  static final List<String> VERDICTS = List.of("suspect", "likely", "confirmed");

  /** A suspicion fails nobody's build. */
  static final String USUAL = "likely";

  static FindingRule of(Level level, String where) {
    return new FindingRule(level, 0, Tolerance.NONE, 0, USUAL, Level.WARN, where);
  }

  Level levelOf(Finding finding) {
    if (max > 0 && finding.repeats.max <= tolerance.above(max)) {
      return Level.OFF;
    }
    boolean weak =
        finding.requests < minRequests
            || VERDICTS.indexOf(finding.verdict) < VERDICTS.indexOf(least);
    Level usual = weak && level == Level.ERROR ? Level.WARN : level;
    return isCold(finding) && cold.compareTo(usual) < 0 ? cold : usual;
  }

  /**
   * Whether the next run, or another order of this one, may find the caches warm and not show it.
   */
  static boolean isCold(Finding finding) {
    return finding.requests > 0 && finding.requestsWithMisses >= finding.requests;
  }

  /** {@code 5 + 10 % allowed (budget.yml:12)}, or that none is. */
  String allowed() {
    return (max > 0 ? NumberText.plain(max) + tolerance.inWords() : "none")
        + " allowed ("
        + where
        + ")";
  }
}
