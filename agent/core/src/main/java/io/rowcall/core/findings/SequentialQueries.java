package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds queries that wait for each other without need: reads in a row, each executed once, none of
 * which can have taken its binds from the rows of one before, because it has none, or the same as
 * the first. What they would save together is all but the longest.
 */
final class SequentialQueries {
  private static final int LEAST_SHARE = 10;

  private final long worthNanos;

  SequentialQueries(Config config) {
    worthNanos = config.nanos(Setting.SEQUENTIAL);
  }

  @Nullable Detection of(Request request, StatementGroups groups) {
    if (request.executionNanos() < worthNanos) {
      return null;
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
    long share = (request.endNanos - request.startNanos) / LEAST_SHARE;
    if (bestSaving < worthNanos || bestSaving < share) {
      return null;
    }
    Detection found =
        new Detection(FindingClass.SEQUENTIAL_QUERIES, best.get(0))
            .verdict(Verdict.LIKELY)
            .repeats(best.size(), 0)
            .saves(0, bestSaving);
    found.others(statements(best.subList(1, best.size())));
    return found;
  }

  private static boolean isCandidate(Request request, StatementGroup group) {
    return group.executions == 1
        && group.errors == 0
        && group.kind() == StatementKind.SELECT
        && !request.failedExecution(group.first());
  }

  private static boolean continues(
      Request request, List<StatementGroup> run, StatementGroup group) {
    if (!isCandidate(request, group)) {
      return false;
    }
    int last = run.get(run.size() - 1).first();
    int row = group.first();
    boolean follows =
        row == last + 1 && request.starts[row] - request.starts[last] >= request.elapsed[last];
    boolean needsNothing = group.statement.text.indexOf('?') < 0;
    return follows && (needsNothing || request.binds[row] == request.binds[run.get(0).first()]);
  }

  private static long saving(List<StatementGroup> run) {
    long sum = 0;
    long longest = 0;
    for (StatementGroup group : run) {
      sum += group.nanos;
      longest = Math.max(longest, group.nanos);
    }
    return sum - longest;
  }

  static List<io.rowcall.boot.request.SqlStatement> statements(List<StatementGroup> groups) {
    List<io.rowcall.boot.request.SqlStatement> statements =
        new ArrayList<io.rowcall.boot.request.SqlStatement>(groups.size());
    for (StatementGroup group : groups) {
      statements.add(group.statement);
    }
    return statements;
  }
}
