package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;
import io.rowcall.core.sql.Kind;
import io.rowcall.core.sql.Normalised;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether the executions of one statement are made row by row.
 *
 * <p>Reads need mostly distinct binds, and five executions, or three when an earlier query read
 * exactly as many rows and the key column is one that identifies them. Writes need five single
 * ones. Executions that failed are left out: what follows them is a retry.
 *
 * <p>Not safe for several threads at once.
 */
final class NPlusOne {
  /** From here on, that rows and repeats are as many is no coincidence. */
  private static final long NO_COINCIDENCE = 5;

  private final int repeatsNeeded;
  private final int repeatsWithParent;
  private final Binds binds = new Binds();
  private final Parents parents = new Parents();
  private final Provenance provenance = new Provenance();
  private Source source = Source.UNKNOWN;
  private @Nullable Group refuted;
  private final long[] elapsed = new long[16];

  NPlusOne(Config config) {
    repeatsNeeded = config.count(Key.N1_REPEATS);
    repeatsWithParent = Math.min(config.count(Key.N1_CONFIRMED), repeatsNeeded);
  }

  @Nullable Found of(Request request, Group group, Groups groups) {
    if (group.successes() < repeatsWithParent) {
      return null;
    }
    switch (group.kind()) {
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
        return write(request, group, groups);
      case SELECT:
      case OTHER:
        return read(request, group, groups);
      case CALL:
        return group.rows > 0 ? read(request, group, groups) : write(request, group, groups);
      default:
        return null;
    }
  }

  private @Nullable Found read(Request request, Group group, Groups groups) {
    long repeats = group.successes();
    long distinct = binds.distinct(request, group);
    findParent(request, group, groups, repeats, distinct);
    Match match = parents.match();
    if (!isMostlyDistinct(group, distinct) && !(match == Match.EXACT && distinct > 2)) {
      return null;
    }
    if (repeats < repeatsNeeded && !(match == Match.EXACT && isForRows(group))) {
      return null;
    }
    if (Refuters.isPaging(request, group, match) || Refuters.isPolling(request, group)) {
      return null;
    }
    if (source != Source.PARENT && Batches.isBatchFetch(group, groups, match, parents.named())) {
      return Batches.smallFetches(request, group, groups, distinct);
    }
    boolean tight = Tightness.isTight(request, group, distinct);
    Cause cause = Causes.of(request, group, groups, match);
    boolean explained = match != Match.NONE || tight || cause.compareTo(Cause.NOTHING_BEFORE) > 0;
    Verdict verdict = explained ? Verdict.LIKELY : Verdict.SUSPECT;
    return found(FindingClass.N_PLUS_ONE_SELECT, request, group, repeats, distinct, verdict)
        .tight(tight)
        .cause(cause)
        .refuted(refuted);
  }

  /**
   * The same question for each row of its own answer, such as a formatter that reads all options to
   * find one; null when it is asked otherwise.
   */
  @Nullable Found sameForEachRow(Request request, Group group, Groups groups) {
    long repeats = group.successes();
    if (group.kind() != Kind.SELECT
        || repeats < repeatsNeeded
        || group.errors > 0
        || group.logged != group.executions
        || binds.distinct(request, group) != 1) {
      return null;
    }
    int each = request.rows[group.first()];
    for (int i = 1; i < group.logged; i++) {
      if (request.rows[group.rowsOfLog[i]] != each) {
        return null;
      }
    }
    if (!parents.findSameRows(group, groups, each)) {
      return null;
    }
    source = Source.UNKNOWN;
    refuted = null;
    return found(FindingClass.N_PLUS_ONE_SELECT, request, group, repeats, 1, Verdict.LIKELY);
  }

  private @Nullable Found write(Request request, Group group, Groups groups) {
    long single = singles(request, group);
    if (single < repeatsNeeded || Batches.isBatchWrite(group)) {
      return Batches.smallWrites(request, group);
    }
    if (Refuters.isPolling(request, group)) {
      return null;
    }
    long distinct = binds.distinct(request, group);
    findParent(request, group, groups, single, distinct);
    Verdict verdict = isMostlyDistinct(group, distinct) ? Verdict.LIKELY : Verdict.SUSPECT;
    return found(FindingClass.N_PLUS_ONE_WRITE, request, group, single, distinct, verdict);
  }

  /** By their counts, and by where the binds came from, which overrules them. */
  private void findParent(
      Request request, Group group, Groups groups, long repeats, long distinct) {
    source = Source.UNKNOWN;
    refuted = null;
    parents.find(request, group, groups, repeats, distinct);
    provenance.look(request, group, groups);
    Group proven = provenance.proven();
    Group counted = parents.parent();
    if (proven != null) {
      source = Source.PARENT;
      parents.take(request, proven, group, repeats, distinct);
    } else if (counted != null && counted != group && provenance.refutes(counted)) {
      source = Source.ELSEWHERE;
      if (!parents.named()) {
        refuted = counted;
        parents.drop();
      }
    }
  }

  /** Executions that wrote one row each: no batches, or batches of one. */
  private static long singles(Request request, Group group) {
    long batches = 0;
    for (int i = 0; i < group.logged; i++) {
      if (request.batchSize(group.rowsOfLog[i]) > 1) {
        batches++;
      }
    }
    boolean foldedBatches = group.executions > group.logged && group.batched > group.executions;
    return foldedBatches ? 0 : group.successes() - batches;
  }

  private static boolean isMostlyDistinct(Group group, long distinct) {
    return distinct * 2 > group.logged - Math.min(group.errors, group.logged);
  }

  /** Few repeats prove something only when the key is one that rows have. */
  private boolean isForRows(Group group) {
    Normalised scanned = group.scanned();
    String key = scanned == null ? null : KeyColumn.of(scanned);
    return parents.named() || (key != null && KeyColumn.isIdentity(key));
  }

  private Found found(
      FindingClass type, Request request, Group group, long repeats, long distinct, Verdict least) {
    Verdict verdict = least;
    if (source == Source.PARENT) {
      verdict = Verdict.CONFIRMED;
    } else if (source != Source.ELSEWHERE
        && parents.match() == Match.EXACT
        && (parents.rows() >= NO_COINCIDENCE || parents.named())
        && least != Verdict.SUSPECT) {
      verdict = Verdict.CONFIRMED;
    }
    long union = group.unionNanos(request);
    boolean parallel = union < group.nanos - group.nanos / 10;
    return new Found(type, group)
        .verdict(verdict)
        .repeats(repeats, distinct)
        .parent(parents.match(), parents.parent(), parents.rows())
        .saves(repeats - 1, union / group.executions * (repeats - 1))
        .each(medianNanos(request, group), parallel)
        .source(source, provenance.column());
  }

  /** The median of at most 16 executions, evenly spread over the log. */
  private long medianNanos(Request request, Group group) {
    int step = (group.logged + elapsed.length - 1) / elapsed.length;
    int taken = 0;
    for (int i = 0; i < group.logged; i += step) {
      elapsed[taken++] = request.elapsed[group.rowsOfLog[i]];
    }
    Arrays.sort(elapsed, 0, taken);
    return taken == 0 ? 0 : elapsed[taken / 2];
  }
}
