package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.nplusone.RowMatch;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.Arrays;
import java.util.List;

/** A query without a limit that reads many rows in one execution. */
final class LargeResult extends RequestCheck {
  private final int minRows;

  LargeResult(Config config) {
    super("large-result");
    minRows = config.count(Setting.LARGE_RESULT);
  }

  @Override
  void detect(Request request, StatementGroups groups, List<Detection> detections) {
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup group = groups.get(i);
      if (group.rows() >= minRows && isUnlimited(group)) {
        detectLargest(request, group, detections);
      }
    }
  }

  private static boolean isUnlimited(StatementGroup group) {
    NormalizedSql normalized = group.normalized();
    return normalized != null && !normalized.hasLimit() && group.kind() == StatementKind.SELECT;
  }

  private void detectLargest(Request request, StatementGroup group, List<Detection> detections) {
    int rows = 0;
    int largest = 0;
    for (int i = 0; i < group.logged(); i++) {
      if (request.log.rowsRead(group.row(i)) > rows) {
        largest = group.row(i);
        rows = request.log.rowsRead(largest);
      }
    }
    if (rows >= minRows) {
      detections.add(
          Detection.of(this, group)
              .verdict(Verdict.LIKELY)
              .repeats(group.executions(), 0)
              .callSite(request.callSites.siteOf(largest))
              .parent(RowMatch.NONE, null, rows));
    }
  }

  @Override
  String describe(FindingStats finding) {
    return "Large result: "
        + Labels.count(finding.parentRows.median(), "row")
        + " of "
        + Labels.of(finding.statement)
        + Phrases.at(finding);
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    evidence.add("at most " + Labels.count(finding.parentRows.max(), "row") + "; no limit");
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    String name = Labels.table(finding.statement);
    return Arrays.asList(
        "Read a page of "
            + (name == null ? "its table" : name)
            + " at a time (LIMIT, by key), and only the columns that are needed.",
        "Where all rows are needed, aggregate them in the database, or stream them.");
  }
}
