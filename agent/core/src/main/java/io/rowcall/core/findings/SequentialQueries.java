package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Independent queries that a request executes one after the other: a run of reads, each executed
 * once, none of which can have taken its binds from an earlier result, because it has none or the
 * same as the first. Executed in parallel, they would take as long as the longest.
 */
final class SequentialQueries extends RequestCheck {
  /** The saving must be at least this fraction of the request. */
  private static final int MIN_SHARE = 10;

  private final long minSavingNanos;

  SequentialQueries(Config config) {
    super("sequential-queries");
    minSavingNanos = config.nanos(Setting.SEQUENTIAL);
  }

  @Override
  void detect(Request request, StatementGroups groups, List<Detection> detections) {
    if (request.log.executionNanos() < minSavingNanos) {
      return;
    }
    List<StatementGroup> run = new ArrayList<StatementGroup>(4);
    List<StatementGroup> best = run;
    long bestSaving = 0;
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup group = groups.get(i);
      if (!run.isEmpty() && !continues(request, run, group)) {
        run = new ArrayList<StatementGroup>(4);
      }
      if (isCandidate(request, group)) {
        run.add(group);
        long saving = saving(run);
        if (saving > bestSaving) {
          bestSaving = saving;
          best = run;
        }
      }
    }
    long minShareNanos = (request.endNanos - request.startNanos) / MIN_SHARE;
    if (bestSaving >= minSavingNanos && bestSaving >= minShareNanos) {
      detections.add(
          Detection.of(this, best.get(0))
              .verdict(Verdict.LIKELY)
              .repeats(best.size(), 0)
              .avoidable(0, bestSaving)
              .others(statements(best.subList(1, best.size()))));
    }
  }

  private static boolean isCandidate(Request request, StatementGroup group) {
    return group.executions() == 1
        && group.errors() == 0
        && group.kind() == StatementKind.SELECT
        && !request.log.isFailed(group.firstRow());
  }

  private static boolean continues(
      Request request, List<StatementGroup> run, StatementGroup group) {
    if (!isCandidate(request, group)) {
      return false;
    }
    int last = run.get(run.size() - 1).firstRow();
    int row = group.firstRow();
    boolean follows =
        row == last + 1
            && request.log.startNanos(row) - request.log.startNanos(last)
                >= request.log.elapsedNanos(last);
    boolean hasNoBinds = group.statement().text.indexOf('?') < 0;
    return follows
        && (hasNoBinds || request.log.bindHash(row) == request.log.bindHash(run.get(0).firstRow()));
  }

  private static long saving(List<StatementGroup> run) {
    long sum = 0;
    long longest = 0;
    for (StatementGroup group : run) {
      sum += group.nanos();
      longest = Math.max(longest, group.nanos());
    }
    return sum - longest;
  }

  private static List<SqlStatement> statements(List<StatementGroup> groups) {
    List<SqlStatement> statements = new ArrayList<SqlStatement>(groups.size());
    for (StatementGroup group : groups) {
      statements.add(group.statement());
    }
    return statements;
  }

  @Override
  String describe(FindingStats finding) {
    return "Sequential queries: " + Phrases.statements(finding) + Phrases.at(finding);
  }

  @Override
  String saving(FindingStats finding) {
    return Phrases.savedMillis(finding);
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    evidence.add("each has no binds, or the same as the first; nothing was written in between");
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    return Arrays.asList(
        "Execute them in parallel, each on a connection of its own, or as one query.",
        "In one transaction, only a single query sees the same data.");
  }

  @Override
  boolean isAboutTime() {
    return true;
  }
}
