package io.rowcall.core.export;

import io.rowcall.core.findings.FindingClass;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.record.FindingStats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings duplicates of one cause together: an object that is loaded twice asks each of its queries
 * twice, between the same two lines of the same endpoint.
 */
final class DuplicateGrouping {
  private DuplicateGrouping() {}

  /** Each finding alone, but for duplicates of the same two lines; in order. */
  static List<List<FindingStats>> of(Collection<FindingStats> findings) {
    List<List<FindingStats>> cards = new ArrayList<List<FindingStats>>(findings.size());
    Map<List<Object>, List<FindingStats>> byLines = new HashMap<List<Object>, List<FindingStats>>();
    for (FindingStats finding : findings) {
      List<Object> lines = lines(finding);
      List<FindingStats> known = lines == null ? null : byLines.get(lines);
      if (known != null) {
        known.add(finding);
        continue;
      }
      List<FindingStats> card = new ArrayList<FindingStats>(1);
      card.add(finding);
      cards.add(card);
      if (lines != null) {
        byLines.put(lines, card);
      }
    }
    return cards;
  }

  private static @Nullable List<Object> lines(FindingStats finding) {
    CallSite first = finding.callSite;
    CallSite second = finding.secondCallSite;
    if (finding.type != FindingClass.DUPLICATE || first == null || second == null) {
      return null;
    }
    List<Object> lines = new ArrayList<Object>(3);
    lines.add(finding.endpoint);
    lines.add(first);
    lines.add(second);
    return lines;
  }
}
