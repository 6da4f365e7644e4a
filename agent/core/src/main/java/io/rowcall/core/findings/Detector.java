package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges one finished request. A group of executions gets one class at most that saves something,
 * so that savings never add up twice; what refutes a class is asked first. A request that repeats
 * nothing costs one look at each of its groups.
 *
 * <p>Not safe for several threads at once.
 */
public final class Detector {
  private static final int LARGEST_GROUPS = 3;

  private final NPlusOneDetector nPlusOne;
  private final DuplicateDetector duplicates;
  private final SequentialQueries waits;
  private final ConnectionUse connections;
  private final int tooMany;
  private final int largeRows;
  private final long slowQueryNanos;
  private final long slowRequestNanos;
  private final List<Detection> found = new ArrayList<Detection>();

  public Detector(Config config) {
    nPlusOne = new NPlusOneDetector(config);
    duplicates = new DuplicateDetector(config);
    waits = new SequentialQueries(config);
    connections = new ConnectionUse(config);
    tooMany = config.count(Setting.TOO_MANY);
    largeRows = config.count(Setting.LARGE_RESULT);
    slowQueryNanos = config.nanos(Setting.SLOW_QUERY);
    slowRequestNanos = config.nanos(Setting.SLOW_REQUEST);
  }

  /**
   * What is worth fixing in this request; empty for most. The list is filled anew by the next call.
   */
  public List<Detection> judge(Request request, StatementGroups groups) {
    found.clear();
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup group = groups.get(i);
      if (group.executions > 1) {
        add(found, repeated(request, group, groups));
      }
      if (group.rows >= largeRows) {
        add(found, large(request, group));
      }
    }
    LoopMerger.merge(found);
    add(found, waits.of(request, groups));
    connections.judge(request, found);
    if (request.executionNanos() > slowQueryNanos) {
      for (int i = 0; i < groups.size(); i++) {
        add(found, slow(request, groups.get(i), found));
      }
    }
    add(found, slowRequest(request));
    add(found, tooMany(request, groups));
    return found;
  }

  private static void add(List<Detection> found, @Nullable Detection one) {
    if (one != null) {
      found.add(one);
    }
  }

  private @Nullable Detection repeated(
      Request request, StatementGroup group, StatementGroups groups) {
    StatementKind kind = group.kind();
    if (kind == StatementKind.INFRASTRUCTURE
        || kind == StatementKind.TRANSACTION
        || kind == StatementKind.DDL) {
      return null;
    }
    if (FalsePositives.isOnePerDataSource(request, group)) {
      return null;
    }
    Detection found = nPlusOne.of(request, group, groups);
    if (found != null) {
      return found;
    }
    Detection duplicate = duplicates.of(request, group, groups);
    Detection forRows = duplicate == null ? null : nPlusOne.sameForEachRow(request, group, groups);
    return forRows != null ? forRows : duplicate;
  }

  /** Many rows from one execution that nothing bounds. */
  private @Nullable Detection large(Request request, StatementGroup group) {
    NormalizedSql scanned = group.scanned();
    if (scanned == null || scanned.hasLimit() || group.kind() != StatementKind.SELECT) {
      return null;
    }
    int most = 0;
    int row = 0;
    for (int i = 0; i < group.logged; i++) {
      if (request.rows[group.rowsOfLog[i]] > most) {
        row = group.rowsOfLog[i];
        most = request.rows[row];
      }
    }
    return most < largeRows
        ? null
        : new Detection(FindingClass.LARGE_RESULT, group)
            .verdict(Verdict.LIKELY)
            .repeats(group.executions, 0)
            .calledAt(request.callSiteOf(row))
            .parent(RowMatch.NONE, null, most);
  }

  /** What a repeated statement takes too long is saved with its repeats, and not twice. */
  private @Nullable Detection slow(Request request, StatementGroup group, List<Detection> found) {
    long over = 0;
    long slow = 0;
    int slowest = group.logged == 0 ? 0 : group.first();
    for (int i = 0; i < group.logged; i++) {
      int row = group.rowsOfLog[i];
      long nanos = request.elapsed[row];
      if (nanos > slowQueryNanos) {
        slowest = nanos > request.elapsed[slowest] ? row : slowest;
        slow++;
        over += nanos - slowQueryNanos;
      }
    }
    if (slow == 0) {
      return null;
    }
    for (Detection other : found) {
      if (other.group == group || other.others().contains(group.statement)) {
        over = 0;
      }
    }
    return new Detection(FindingClass.SLOW_QUERY, group)
        .repeats(slow, 0)
        .calledAt(request.callSiteOf(slowest))
        .saves(0, over);
  }

  private @Nullable Detection slowRequest(Request request) {
    if (request.workNanos() <= slowRequestNanos) {
      return null;
    }
    // It saves nothing by itself: the other findings say what of its time can be saved.
    return new Detection(FindingClass.SLOW_REQUEST, null)
        .repeats(request.executions(), 0)
        .each(request.endNanos - request.startNanos, false);
  }

  private @Nullable Detection tooMany(Request request, StatementGroups groups) {
    long executions = request.executions();
    if (executions <= tooMany) {
      return null;
    }
    Detection found = new Detection(FindingClass.TOO_MANY_QUERIES, null).repeats(executions, 0);
    found.others(largest(groups));
    return found;
  }

  private static List<SqlStatement> largest(StatementGroups groups) {
    List<StatementGroup> largest = new ArrayList<StatementGroup>(LARGEST_GROUPS + 1);
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup group = groups.get(i);
      int at = largest.size();
      while (at > 0 && largest.get(at - 1).executions < group.executions) {
        at--;
      }
      largest.add(at, group);
      if (largest.size() > LARGEST_GROUPS) {
        largest.remove(LARGEST_GROUPS);
      }
    }
    return SequentialQueries.statements(largest);
  }
}
