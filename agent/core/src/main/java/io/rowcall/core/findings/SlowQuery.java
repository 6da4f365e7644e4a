package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/** A statement with an execution that takes longer than the setting {@code slow-query}. */
final class SlowQuery extends RequestCheck {
  private final long maxNanos;

  SlowQuery(Config config) {
    super("slow-query");
    maxNanos = config.nanos(Setting.SLOW_QUERY);
  }

  @Override
  void detect(Request request, StatementGroups groups, List<Detection> detections) {
    if (request.log.executionNanos() <= maxNanos) {
      return;
    }
    int others = detections.size();
    for (int i = 0; i < groups.size(); i++) {
      detect(request, groups.get(i), detections, others);
    }
  }

  /**
   * @param others number of detections of other checks: what one of them saves is not saved twice
   */
  private void detect(
      Request request, StatementGroup group, List<Detection> detections, int others) {
    long excess = 0;
    long slow = 0;
    int slowest = group.logged() == 0 ? 0 : group.firstRow();
    for (int i = 0; i < group.logged(); i++) {
      int row = group.row(i);
      long nanos = request.log.elapsedNanos(row);
      if (nanos > maxNanos) {
        slowest = nanos > request.log.elapsedNanos(slowest) ? row : slowest;
        slow++;
        excess += nanos - maxNanos;
      }
    }
    if (slow == 0) {
      return;
    }
    for (int i = 0; i < others; i++) {
      if (detections.get(i).includes(group)) {
        excess = 0;
      }
    }
    detections.add(
        Detection.of(this, group)
            .repeats(slow, 0)
            .callSite(request.callSites.siteOf(slowest))
            .avoidable(0, excess));
  }

  @Override
  String describe(FindingStats finding) {
    return "Slow query: " + Labels.of(finding.statement) + Phrases.at(finding);
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    List<String> lines = new ArrayList<String>(2);
    lines.add("Look at its plan: EXPLAIN shows whether it reads more rows than it returns.");
    String key = Labels.keyColumn(finding.statement);
    if (key != null) {
      String name = Labels.table(finding.statement);
      lines.add("Is there an index on " + (name == null ? "its table" : name) + " (" + key + ")?");
    }
    return lines;
  }

  @Override
  boolean isAboutTime() {
    return true;
  }
}
