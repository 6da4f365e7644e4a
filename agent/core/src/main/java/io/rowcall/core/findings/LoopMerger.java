package io.rowcall.core.findings;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings together what one loop repeats: statements that are executed equally often and take turns,
 * A B C A B C, are one finding, under the first of them. At most eight.
 */
final class LoopMerger {
  private static final int MOST = 8;

  private LoopMerger() {}

  static void merge(List<Detection> found) {
    for (int i = 0; i + 1 < found.size(); i++) {
      Detection first = found.get(i);
      if (!first.type.isNPlusOne()) {
        continue;
      }
      List<Detection> loop = new ArrayList<Detection>(2);
      loop.add(first);
      for (int j = i + 1; j < found.size() && loop.size() < MOST; j++) {
        Detection next = found.get(j);
        if (next.type.isNPlusOne() && takeTurns(loop.get(loop.size() - 1), next, first)) {
          loop.add(next);
        }
      }
      for (int k = 1; k < loop.size(); k++) {
        first.absorb(loop.get(k));
        found.remove(loop.get(k));
      }
    }
  }

  /** Whether each execution of b follows one of a, and comes before the loop's next turn. */
  private static boolean takeTurns(Detection a, Detection b, Detection first) {
    StatementGroup before = a.group;
    StatementGroup after = b.group;
    StatementGroup start = first.group;
    if (before == null || after == null || start == null || before.logged != after.logged) {
      return false;
    }
    for (int i = 0; i < after.logged; i++) {
      if (after.rowsOfLog[i] < before.rowsOfLog[i]
          || (i + 1 < start.logged && after.rowsOfLog[i] > start.rowsOfLog[i + 1])) {
        return false;
      }
    }
    return true;
  }
}
