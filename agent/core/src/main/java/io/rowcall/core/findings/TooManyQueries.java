package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A request with more executions than the setting {@code too-many-queries}. */
final class TooManyQueries extends RequestCheck {
  private static final int MAX_EXAMPLES = 3;

  private final int maxExecutions;

  TooManyQueries(Config config) {
    super("too-many-queries");
    maxExecutions = config.count(Setting.TOO_MANY);
  }

  @Override
  void detect(Request request, StatementGroups groups, List<Detection> detections) {
    long executions = request.log.executions();
    if (executions > maxExecutions) {
      detections.add(Detection.of(this).repeats(executions, 0).others(mostFrequent(groups)));
    }
  }

  private static List<SqlStatement> mostFrequent(StatementGroups groups) {
    List<StatementGroup> top = new ArrayList<StatementGroup>(MAX_EXAMPLES + 1);
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup group = groups.get(i);
      int index = top.size();
      while (index > 0 && top.get(index - 1).executions() < group.executions()) {
        index--;
      }
      top.add(index, group);
      if (top.size() > MAX_EXAMPLES) {
        top.remove(MAX_EXAMPLES);
      }
    }
    List<SqlStatement> statements = new ArrayList<SqlStatement>(top.size());
    for (StatementGroup group : top) {
      statements.add(group.statement());
    }
    return statements;
  }

  @Override
  String describe(FindingStats finding) {
    return "Too many queries: " + finding.repeats.median() + " in one " + finding.endpoint;
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    for (SqlStatement statement : finding.others) {
      evidence.add("among the most frequent: " + Labels.of(statement));
    }
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    SqlStatement first = finding.others.isEmpty() ? null : finding.others.get(0);
    return Arrays.asList("Start with the most frequent statement, " + Labels.of(first) + ".");
  }

  @Override
  public boolean othersShareCause() {
    return false;
  }
}
