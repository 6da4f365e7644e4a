package io.rowcall.core.findings;

import io.rowcall.core.callsite.CallSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups duplicates of one cause: an object that is loaded twice repeats each of its queries
 * between the same two lines of the same endpoint.
 */
public final class DuplicateGroups {
  private DuplicateGroups() {}

  /** Each finding by itself, except duplicates of the same two lines; in order. */
  public static List<List<FindingStats>> of(Collection<FindingStats> findings) {
    List<List<FindingStats>> groups = new ArrayList<List<FindingStats>>(findings.size());
    Map<List<Object>, List<FindingStats>> byLines = new HashMap<List<Object>, List<FindingStats>>();
    for (FindingStats finding : findings) {
      List<Object> lines = lines(finding);
      List<FindingStats> known = lines == null ? null : byLines.get(lines);
      if (known != null) {
        known.add(finding);
        continue;
      }
      List<FindingStats> group = new ArrayList<FindingStats>(1);
      group.add(finding);
      groups.add(group);
      if (lines != null) {
        byLines.put(lines, group);
      }
    }
    return groups;
  }

  private static @Nullable List<Object> lines(FindingStats finding) {
    CallSite first = finding.callSite;
    CallSite second = finding.secondCallSite;
    return finding.check.hasSecondCallSite() && first != null && second != null
        ? Arrays.<Object>asList(finding.endpoint, first, second)
        : null;
  }
}
