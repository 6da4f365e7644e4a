package io.rowcall.core.findings;

import io.rowcall.boot.request.ExecutionLog;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import java.util.List;
import java.util.Locale;

/** Phrases that the descriptions of several checks share. */
final class Phrases {
  private Phrases() {}

  /** {@code SELECT pet + SELECT visit}: the statement, and the others of the same cause. */
  static String statements(FindingStats finding) {
    StringBuilder text = new StringBuilder(Labels.of(finding.statement));
    for (SqlStatement other : finding.others) {
      text.append(" + ").append(Labels.of(other));
    }
    return text.toString();
  }

  /** {@code at Shop.java:51}, or nothing when the line is unknown. */
  static String at(FindingStats finding) {
    CallSite site = finding.callSite;
    return site == null ? "" : " at " + Labels.place(site);
  }

  /** {@code , for the 5 rows of SELECT owner at Shop.java:36}, or nothing without a parent. */
  static String forParent(FindingStats finding) {
    SqlStatement parent = finding.parent();
    if (parent == null) {
      return "";
    }
    CallSite site = finding.parentCallSite();
    return ", for the "
        + Labels.count(finding.parentRows.median(), "row")
        + " of "
        + Labels.of(parent)
        + (site == null ? "" : " at " + Labels.place(site));
  }

  /** {@code 4 round trips, ~18 ms of 31 ms}, or nothing when none is avoidable. */
  static String roundTrips(FindingStats finding) {
    long avoidable = finding.avoidable.median();
    return avoidable <= 0
        ? ""
        : Labels.count(avoidable, "round trip") + ", " + savedMillis(finding);
  }

  /** {@code ~18 ms of 31 ms}: the mean of the requests that show the finding. */
  static String savedMillis(FindingStats finding) {
    return "~"
        + meanMillis(finding.avoidableNanos, finding)
        + " ms of "
        + meanMillis(finding.requestNanos, finding)
        + " ms";
  }

  private static String meanMillis(long nanos, FindingStats finding) {
    double millis = nanos / 1e6 / Math.max(1, finding.requests);
    return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis);
  }

  /** Says when the request has executed more than it could log. */
  static void addPartlyLogged(FindingStats finding, List<String> evidence) {
    if (finding.partlyLogged) {
      evidence.add(
          String.format(
              Locale.ROOT,
              "the request executed so much that the binds of only some executions are known: of"
                  + " its first %,d, and of each later statement's first %d",
              ExecutionLog.COMMON_ROWS,
              ExecutionLog.RESERVED_PER_STATEMENT));
    }
  }

  /** Explains a lazy load: by which property, and whether a view caused it (open-in-view). */
  static void addLazyLoad(FindingStats finding, List<String> evidence) {
    CallSite site = finding.callSite;
    if (site != null && site.isInView()) {
      String method = site.first().getClassName() + "." + site.first().getMethodName();
      String property = site.property();
      evidence.add(
          (property == null ? "a lazy association" : property)
              + " was touched by a serializer or a template, after "
              + method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1)
              + " had fetched its owner at this line and returned (open-in-view)");
    } else if (site != null && site.property() != null) {
      evidence.add("loaded when " + site.property() + " was touched");
    }
  }
}
