package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.Detection;
import io.rowcall.core.findings.ExampleRequest;
import io.rowcall.core.findings.FindingStats;
import java.util.ArrayList;
import java.util.List;

/**
 * Selects which findings have an example request: {@link Limits#EXAMPLES} of those that cost most.
 * A finding takes over the place of a cheaper one only if it costs a quarter more, so that two with
 * equal costs do not take turns. Not thread-safe.
 */
final class Examples {
  private static final double MARGIN = 1.25;

  private final List<FindingStats> owners = new ArrayList<FindingStats>();

  /** Lower bound of the owners' costs, which only grow. */
  private long floorNanos;

  /** Keeps the request as the example of its finding, if it is a better one. */
  void add(FindingStats finding, Detection detection, Request request, boolean cold) {
    ExampleRequest known = finding.example;
    boolean kept =
        known == null ? acquirePlace(finding) : known.isWorseThan(request.log.executions(), cold);
    if (kept) {
      finding.example = ExampleRequest.of(request, detection, cold);
    }
  }

  private boolean acquirePlace(FindingStats finding) {
    if (owners.size() < Limits.EXAMPLES) {
      owners.add(finding);
      return true;
    }
    if (finding.avoidableNanos <= floorNanos * MARGIN) {
      return false;
    }
    int cheapest = 0;
    for (int i = 1; i < owners.size(); i++) {
      if (owners.get(i).avoidableNanos < owners.get(cheapest).avoidableNanos) {
        cheapest = i;
      }
    }
    floorNanos = owners.get(cheapest).avoidableNanos;
    if (finding.avoidableNanos <= floorNanos * MARGIN) {
      return false;
    }
    owners.get(cheapest).example = null;
    owners.set(cheapest, finding);
    return true;
  }
}
