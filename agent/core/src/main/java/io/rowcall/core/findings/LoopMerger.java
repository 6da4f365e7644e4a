package io.rowcall.core.findings;

import io.rowcall.core.findings.request.StatementGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges the statements of one loop: those that execute equally often and take turns, A B C A B C,
 * are one finding, under the first of them. Stateless.
 */
final class LoopMerger {
  private static final int MAX_STATEMENTS = 8;

  private LoopMerger() {}

  static void merge(List<Detection> detections) {
    for (int i = 0; i + 1 < detections.size(); i++) {
      Detection first = detections.get(i);
      if (!first.check.isNPlusOne()) {
        continue;
      }
      List<Detection> loop = new ArrayList<Detection>(2);
      loop.add(first);
      for (int j = i + 1; j < detections.size() && loop.size() < MAX_STATEMENTS; j++) {
        Detection next = detections.get(j);
        if (next.check.isNPlusOne() && takeTurns(loop.get(loop.size() - 1), next, first)) {
          loop.add(next);
        }
      }
      for (int k = 1; k < loop.size(); k++) {
        first.merge(loop.get(k));
        detections.remove(loop.get(k));
      }
    }
  }

  /** Whether each execution of {@code next} lies between one of {@code last} and the next turn. */
  private static boolean takeTurns(Detection last, Detection next, Detection first) {
    StatementGroup before = last.group;
    StatementGroup after = next.group;
    StatementGroup start = first.group;
    if (before == null || after == null || start == null || before.logged() != after.logged()) {
      return false;
    }
    for (int i = 0; i < after.logged(); i++) {
      if (after.row(i) < before.row(i)
          || (i + 1 < start.logged() && after.row(i) > start.row(i + 1))) {
        return false;
      }
    }
    return true;
  }
}
