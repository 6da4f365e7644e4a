package io.rowcall.core.export;

import io.rowcall.core.detect.FindingClass;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.record.FindingFigures;
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
final class DuplicateCards {
  private DuplicateCards() {}

  /** Each finding alone, but for duplicates of the same two lines; in order. */
  static List<List<FindingFigures>> of(Collection<FindingFigures> findings) {
    List<List<FindingFigures>> cards = new ArrayList<List<FindingFigures>>(findings.size());
    Map<List<Object>, List<FindingFigures>> byLines =
        new HashMap<List<Object>, List<FindingFigures>>();
    for (FindingFigures finding : findings) {
      List<Object> lines = lines(finding);
      List<FindingFigures> known = lines == null ? null : byLines.get(lines);
      if (known != null) {
        known.add(finding);
        continue;
      }
      List<FindingFigures> card = new ArrayList<FindingFigures>(1);
      card.add(finding);
      cards.add(card);
      if (lines != null) {
        byLines.put(lines, card);
      }
    }
    return cards;
  }

  private static @Nullable List<Object> lines(FindingFigures finding) {
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
