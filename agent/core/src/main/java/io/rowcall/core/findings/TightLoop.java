package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tells a loop by itself: many different binds, one soon after the other, from one place. It needs
 * no parent to be one; the parent may be a cache, another service, or the request's own body.
 */
final class TightLoop {
  private static final int LEAST_BINDS = 10;

  /** Executions of other statements that one turn of a loop may have. */
  private static final int MOST_BETWEEN = 8;

  private TightLoop() {}

  static boolean isTight(Request request, StatementGroup group, long distinct) {
    return distinct >= LEAST_BINDS && follow(group) && isOnePlace(request, group);
  }

  /** Whether most executions soon follow the one before. */
  private static boolean follow(StatementGroup group) {
    int near = 0;
    for (int i = 1; i < group.logged; i++) {
      if (group.rowsOfLog[i] - group.rowsOfLog[i - 1] <= MOST_BETWEEN) {
        near++;
      }
    }
    return near >= LEAST_BINDS - 1 && near * 4 >= (group.logged - 1) * 3;
  }

  /** Whether all call sites of repeats that were taken are the same. */
  private static boolean isOnePlace(Request request, StatementGroup group) {
    Object place = null;
    for (int i = 0; i < request.callSites(); i++) {
      int row = request.callSiteRow(i);
      @Nullable Object site = request.callSite(i);
      if (site == null || row == group.first() || request.statements[row] != group.statement) {
        continue;
      }
      if (place != null && !place.equals(site)) {
        return false;
      }
      place = site;
    }
    return true;
  }
}
