package io.rowcall.gate;

import io.rowcall.format.Finding;
import io.rowcall.text.NumberText;
import java.util.List;

/**
 * Treatment of a class of findings.
 *
 * @param max allowed repeats in one request; 0 if the class has no such figure
 * @param minRequests a finding seen in fewer requests is at most a warning
 * @param minVerdict a finding with a weaker verdict is at most a warning
 * @param cold highest level of a finding whose every execution follows a cache miss, and which a
 *     warm cache would therefore avoid
 * @param origin {@code budget.yml:12}
 */
record FindingRule(
    Level level,
    double max,
    Tolerance tolerance,
    long minRequests,
    String minVerdict,
    Level cold,
    String origin) {
  /** All verdicts, the weakest first. */
  static final List<String> VERDICTS = List.of("suspect", "likely", "confirmed");

  /** A mere suspicion does not fail a build. */
  static final String DEFAULT_MIN_VERDICT = "likely";

  /** Origin of a rule that no budget sets. */
  static final String BY_DEFAULT = "by default";

  static FindingRule of(Level level, String origin) {
    return new FindingRule(level, 0, Tolerance.NONE, 0, DEFAULT_MIN_VERDICT, Level.WARN, origin);
  }

  Level levelOf(Finding finding) {
    if (max > 0 && finding.repeats.max <= tolerance.addTo(max)) {
      return Level.OFF;
    }
    boolean weak =
        finding.requests < minRequests
            || VERDICTS.indexOf(finding.verdict) < VERDICTS.indexOf(minVerdict);
    Level warmLevel = weak && level == Level.ERROR ? Level.WARN : level;
    return isCold(finding) && cold.compareTo(warmLevel) < 0 ? cold : warmLevel;
  }

  /** Whether every request with the finding missed a cache: with warm caches it may not occur. */
  static boolean isCold(Finding finding) {
    return finding.requests > 0 && finding.requestsWithMisses >= finding.requests;
  }

  /** {@code 5 + 10 % allowed (budget.yml:12)}, or {@code none allowed (by default)}. */
  String describeAllowed() {
    return (max > 0 ? NumberText.plain(max) + tolerance.describe() : "none")
        + " allowed ("
        + origin
        + ")";
  }
}
