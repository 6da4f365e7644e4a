package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import io.rowcall.boot.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;
import io.rowcall.core.sql.Kind;
import io.rowcall.core.sql.Normalised;
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

  private final NPlusOne nPlusOne;
  private final Duplicates duplicates;
  private final Waits waits;
  private final Connections connections;
  private final int tooMany;
  private final int largeRows;
  private final long slowQueryNanos;
  private final long slowRequestNanos;
  private final List<Found> found = new ArrayList<Found>();

  public Detector(Config config) {
    nPlusOne = new NPlusOne(config);
    duplicates = new Duplicates(config);
    waits = new Waits(config);
    connections = new Connections(config);
    tooMany = config.count(Key.TOO_MANY);
    largeRows = config.count(Key.LARGE_RESULT);
    slowQueryNanos = config.nanos(Key.SLOW_QUERY);
    slowRequestNanos = config.nanos(Key.SLOW_REQUEST);
  }

  /**
   * What is worth fixing in this request; empty for most. The list is filled anew by the next call.
   */
  public List<Found> judge(Request request, Groups groups) {
    found.clear();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      if (group.executions > 1) {
        add(found, repeated(request, group, groups));
      }
      if (group.rows >= largeRows) {
        add(found, large(request, group));
      }
    }
    Loops.merge(found);
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

  private static void add(List<Found> found, @Nullable Found one) {
    if (one != null) {
      found.add(one);
    }
  }

  private @Nullable Found repeated(Request request, Group group, Groups groups) {
    Kind kind = group.kind();
    if (kind == Kind.INFRASTRUCTURE || kind == Kind.TRANSACTION || kind == Kind.DDL) {
      return null;
    }
    if (Refuters.isOnePerDataSource(request, group)) {
      return null;
    }
    Found found = nPlusOne.of(request, group, groups);
    if (found != null) {
      return found;
    }
    Found duplicate = duplicates.of(request, group, groups);
    Found forRows = duplicate == null ? null : nPlusOne.sameForEachRow(request, group, groups);
    return forRows != null ? forRows : duplicate;
  }

  /** Many rows from one execution that nothing bounds. */
  private @Nullable Found large(Request request, Group group) {
    Normalised scanned = group.scanned();
    if (scanned == null || scanned.hasLimit() || group.kind() != Kind.SELECT) {
      return null;
    }
    int most = 0;
    for (int i = 0; i < group.logged; i++) {
      most = Math.max(most, request.rows[group.rowsOfLog[i]]);
    }
    return most < largeRows
        ? null
        : new Found(FindingClass.LARGE_RESULT, group)
            .verdict(Verdict.LIKELY)
            .repeats(group.executions, 0)
            .parent(Match.NONE, null, most);
  }

  /** What a repeated statement takes too long is saved with its repeats, and not twice. */
  private @Nullable Found slow(Request request, Group group, List<Found> found) {
    long over = 0;
    long slow = 0;
    for (int i = 0; i < group.logged; i++) {
      long nanos = request.elapsed[group.rowsOfLog[i]];
      if (nanos > slowQueryNanos) {
        slow++;
        over += nanos - slowQueryNanos;
      }
    }
    if (slow == 0) {
      return null;
    }
    for (Found other : found) {
      if (other.group == group || other.others().contains(group.statement)) {
        over = 0;
      }
    }
    return new Found(FindingClass.SLOW_QUERY, group).repeats(slow, 0).saves(0, over);
  }

  private @Nullable Found slowRequest(Request request) {
    if (request.endNanos - request.startNanos <= slowRequestNanos) {
      return null;
    }
    // It saves nothing by itself: the other findings say what of its time can be saved.
    return new Found(FindingClass.SLOW_REQUEST, null)
        .repeats(request.executions(), 0)
        .each(request.endNanos - request.startNanos, false);
  }

  private @Nullable Found tooMany(Request request, Groups groups) {
    long executions = request.executions();
    if (executions <= tooMany) {
      return null;
    }
    Found found = new Found(FindingClass.TOO_MANY_QUERIES, null).repeats(executions, 0);
    found.others(largest(groups));
    return found;
  }

  private static List<SqlStatement> largest(Groups groups) {
    List<Group> largest = new ArrayList<Group>(LARGEST_GROUPS + 1);
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      int at = largest.size();
      while (at > 0 && largest.get(at - 1).executions < group.executions) {
        at--;
      }
      largest.add(at, group);
      if (largest.size() > LARGEST_GROUPS) {
        largest.remove(LARGEST_GROUPS);
      }
    }
    return Waits.statements(largest);
  }
}
