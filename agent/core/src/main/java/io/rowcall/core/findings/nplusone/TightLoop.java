package io.rowcall.core.findings.nplusone;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.request.StatementGroup;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a loop without knowing its parent: many distinct binds, close together, from one line.
 * The parent may be a cache, another service, or the request's own body. Stateless.
 */
final class TightLoop {
  private static final int MIN_BINDS = 10;

  /** Executions of other statements within one iteration of a loop. */
  private static final int MAX_BETWEEN = 8;

  private TightLoop() {}

  static boolean isTight(Request request, StatementGroup group, long distinctBinds) {
    return distinctBinds >= MIN_BINDS && isDense(group) && hasOneCallSite(request, group);
  }

  /** Whether three in four executions closely follow the previous one. */
  private static boolean isDense(StatementGroup group) {
    int close = 0;
    for (int i = 1; i < group.logged(); i++) {
      if (group.row(i) - group.row(i - 1) <= MAX_BETWEEN) {
        close++;
      }
    }
    return close >= MIN_BINDS - 1 && close * 4 >= (group.logged() - 1) * 3;
  }

  /** Whether all captured call sites of the repeats are equal; the first execution may differ. */
  private static boolean hasOneCallSite(Request request, StatementGroup group) {
    Object common = null;
    for (int i = 0; i < request.callSites.size(); i++) {
      int row = request.callSites.row(i);
      @Nullable Object site = request.callSites.site(i);
      if (site == null
          || row == group.firstRow()
          || request.log.statement(row) != group.statement()) {
        continue;
      }
      if (common != null && !common.equals(site)) {
        return false;
      }
      common = site;
    }
    return true;
  }
}
