package io.rowcall.cli.gate;

import io.rowcall.format.Finding;
import java.util.List;

/**
 * What becomes of the findings of a class.
 *
 * @param max repeats in one request that are allowed; 0 where the class has no such figure
 * @param minRequests a finding that fewer requests show is at most warned of
 * @param least a finding with a lesser verdict is at most warned of
 * @param where {@code budget.yml:12}
 */
record ClassRule(
    Level level, double max, Tolerance tolerance, long minRequests, String least, String where) {
  /** The least sure first. */
  static final List<String> VERDICTS = List.of("suspect", "likely", "confirmed");

  /** A suspicion fails nobody's build. */
  static final String USUAL = "likely";

  static ClassRule of(Level level, String where) {
    return new ClassRule(level, 0, Tolerance.NONE, 0, USUAL, where);
  }

  Level levelOf(Finding finding) {
    if (max > 0 && finding.repeats.max <= tolerance.above(max)) {
      return Level.OFF;
    }
    boolean weak =
        finding.requests < minRequests
            || VERDICTS.indexOf(finding.verdict) < VERDICTS.indexOf(least);
    return weak && level == Level.ERROR ? Level.WARN : level;
  }

  /** {@code 5 + 10 % allowed (budget.yml:12)}, or that none is. */
  String allowed() {
    return (max > 0 ? Numbers.plain(max) + tolerance.inWords() : "none")
        + " allowed ("
        + where
        + ")";
  }
}
