package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;
import io.rowcall.core.sql.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges one finished request. A group of executions gets one class at most, so that savings never
 * add up twice; what refutes a class is asked first.
 *
 * <p>Not safe for several threads at once.
 */
public final class Detector {
  private final int repeatsNeeded;
  private final int repeatsWithParent;
  private final int duplicatesNeeded;
  private final int tooMany;
  private final long slowQueryNanos;
  private final long slowRequestNanos;
  private final Binds binds = new Binds();

  public Detector(Config config) {
    repeatsNeeded = config.count(Key.N1_REPEATS);
    repeatsWithParent = config.count(Key.N1_CONFIRMED);
    duplicatesNeeded = config.count(Key.DUPLICATES);
    tooMany = config.count(Key.TOO_MANY);
    slowQueryNanos = config.nanos(Key.SLOW_QUERY);
    slowRequestNanos = config.nanos(Key.SLOW_REQUEST);
  }

  /** What is worth fixing in this request; empty for most. */
  public List<Found> judge(Request request, Groups groups) {
    List<Found> found = new ArrayList<Found>(2);
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      Found one = group.executions > 1 ? repeated(request, group, groups) : null;
      if (one != null) {
        found.add(one);
      }
      Found slow = slow(request, group);
      if (slow != null) {
        found.add(slow);
      }
    }
    long nanos = request.endNanos - request.startNanos;
    if (nanos > slowRequestNanos) {
      found.add(
          new Found(
              FindingClass.SLOW_REQUEST,
              Verdict.CONFIRMED,
              null,
              1,
              0,
              null,
              0,
              0,
              nanos - slowRequestNanos));
    }
    long executions = request.executions();
    if (executions > tooMany) {
      found.add(
          new Found(
              FindingClass.TOO_MANY_QUERIES,
              Verdict.CONFIRMED,
              null,
              executions,
              0,
              null,
              0,
              0,
              0));
    }
    return found;
  }

  private @Nullable Found repeated(Request request, Group group, Groups groups) {
    Kind kind = group.kind();
    if (kind == Kind.INFRASTRUCTURE || kind == Kind.TRANSACTION || kind == Kind.DDL) {
      return null;
    }
    if (kind == Kind.INSERT || kind == Kind.UPDATE || kind == Kind.DELETE || kind == Kind.MERGE) {
      return write(group);
    }
    long distinct = binds.distinct(request, group);
    long repeats = group.executions;
    boolean mostlyDistinct = distinct * 2 > group.logged;
    if (mostlyDistinct && repeats >= Math.min(repeatsWithParent, repeatsNeeded)) {
      Found nPlusOne = nPlusOne(request, group, groups, distinct);
      if (nPlusOne != null) {
        return nPlusOne;
      }
    }
    if (kind != Kind.SELECT) {
      return null;
    }
    return duplicate(request, group, groups);
  }

  private @Nullable Found nPlusOne(Request request, Group group, Groups groups, long distinct) {
    long repeats = group.executions;
    Group parent = Parents.of(request, group, groups, distinct);
    if (parent == null && (repeats < repeatsNeeded || Refuters.isPaging(group))) {
      return null;
    }
    boolean exact = parent != null && distinct == parent.rows;
    Verdict verdict = exact ? Verdict.CONFIRMED : parent != null ? Verdict.LIKELY : Verdict.SUSPECT;
    return new Found(
        FindingClass.N_PLUS_ONE_SELECT,
        verdict,
        group,
        repeats,
        distinct,
        parent == null ? null : parent.statement,
        parent == null ? 0 : parent.rows,
        repeats - 1,
        group.nanos / repeats * (repeats - 1));
  }

  private @Nullable Found write(Group group) {
    long single = group.executions;
    if (group.batched > 0 || single < repeatsNeeded) {
      return null;
    }
    return new Found(
        FindingClass.N_PLUS_ONE_WRITE,
        Verdict.LIKELY,
        group,
        single,
        single,
        null,
        0,
        single - 1,
        group.nanos / single * (single - 1));
  }

  private @Nullable Found duplicate(Request request, Group group, Groups groups) {
    if (group.scanned() == null || group.executions > group.logged) {
      return null;
    }
    long distinct = binds.distinctBetweenWrites(request, group, groups);
    long avoidable = group.executions - distinct;
    if (avoidable < duplicatesNeeded - 1) {
      return null;
    }
    return new Found(
        FindingClass.DUPLICATE,
        Verdict.CONFIRMED,
        group,
        group.executions,
        distinct,
        null,
        0,
        avoidable,
        group.nanos / group.executions * avoidable);
  }

  private @Nullable Found slow(Request request, Group group) {
    long over = 0;
    long slow = 0;
    for (int i = 0; i < group.logged; i++) {
      long nanos = request.elapsed[group.rowsOfLog[i]];
      if (nanos > slowQueryNanos) {
        slow++;
        over += nanos - slowQueryNanos;
      }
    }
    return slow == 0
        ? null
        : new Found(FindingClass.SLOW_QUERY, Verdict.CONFIRMED, group, slow, 0, null, 0, 0, over);
  }
}
