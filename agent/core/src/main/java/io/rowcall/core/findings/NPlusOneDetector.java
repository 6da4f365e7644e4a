package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
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
final class NPlusOneDetector {
  /** From here on, that rows and repeats are as many is no coincidence. */
  private static final long NO_COINCIDENCE = 5;

  private final int repeatsNeeded;
  private final int repeatsWithParent;
  private final DistinctCounter binds = new DistinctCounter();
  private final ParentFinder parents = new ParentFinder();
  private final Provenance provenance = new Provenance();
  private BindSource source = BindSource.UNKNOWN;
  private @Nullable StatementGroup refuted;
  private final long[] elapsed = new long[16];

  NPlusOneDetector(Config config) {
    repeatsNeeded = config.count(Setting.N1_REPEATS);
    repeatsWithParent = Math.min(config.count(Setting.N1_CONFIRMED), repeatsNeeded);
  }

  @Nullable Detection of(Request request, StatementGroup group, StatementGroups groups) {
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

  private @Nullable Detection read(Request request, StatementGroup group, StatementGroups groups) {
    long repeats = group.successes();
    long distinct = binds.distinct(request, group);
    findParent(request, group, groups, repeats, distinct);
    RowMatch match = parents.match();
    if (!isMostlyDistinct(group, distinct) && !(match == RowMatch.EXACT && distinct > 2)) {
      return null;
    }
    if (repeats < repeatsNeeded && !(match == RowMatch.EXACT && isForRows(group))) {
      return null;
    }
    if (FalsePositives.isPaging(request, group, match)
        || FalsePositives.isPolling(request, group)) {
      return null;
    }
    boolean proven = source == BindSource.PARENT;
    if (BatchDetector.isBatchFetch(group, groups, match, parents.named(), proven)) {
      return BatchDetector.smallFetches(request, group, groups, distinct);
    }
    boolean tight = TightLoop.isTight(request, group, distinct);
    MissingParent cause = MissingParentReasons.of(request, group, groups, match);
    boolean explained =
        match != RowMatch.NONE || tight || cause.compareTo(MissingParent.NOTHING_BEFORE) > 0;
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
  @Nullable Detection sameForEachRow(
      Request request, StatementGroup group, StatementGroups groups) {
    long repeats = group.successes();
    if (group.kind() != StatementKind.SELECT
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
    source = BindSource.UNKNOWN;
    refuted = null;
    return found(FindingClass.N_PLUS_ONE_SELECT, request, group, repeats, 1, Verdict.LIKELY);
  }

  private @Nullable Detection write(Request request, StatementGroup group, StatementGroups groups) {
    long single = singles(request, group);
    if (single < repeatsNeeded || BatchDetector.isBatchWrite(group)) {
      return BatchDetector.smallWrites(request, group);
    }
    if (FalsePositives.isPolling(request, group)) {
      return null;
    }
    long distinct = binds.distinct(request, group);
    findParent(request, group, groups, single, distinct);
    Verdict verdict = isMostlyDistinct(group, distinct) ? Verdict.LIKELY : Verdict.SUSPECT;
    return found(FindingClass.N_PLUS_ONE_WRITE, request, group, single, distinct, verdict);
  }

  /** By their counts, and by where the binds came from, which overrules them. */
  private void findParent(
      Request request, StatementGroup group, StatementGroups groups, long repeats, long distinct) {
    source = BindSource.UNKNOWN;
    refuted = null;
    parents.find(request, group, groups, repeats, distinct);
    provenance.look(request, group, groups);
    StatementGroup proven = provenance.proven();
    StatementGroup counted = parents.parent();
    if (proven != null) {
      source = BindSource.PARENT;
      parents.take(request, proven, group, repeats, distinct);
    } else if (counted != null && counted != group && provenance.refutes(counted)) {
      source = BindSource.ELSEWHERE;
      if (!parents.named()) {
        refuted = counted;
        parents.drop();
      }
    }
  }

  /** Executions that wrote one row each: no batches, or batches of one. */
  private static long singles(Request request, StatementGroup group) {
    long batches = 0;
    for (int i = 0; i < group.logged; i++) {
      if (request.batchSize(group.rowsOfLog[i]) > 1) {
        batches++;
      }
    }
    boolean foldedBatches = group.executions > group.logged && group.batched > group.executions;
    return foldedBatches ? 0 : group.successes() - batches;
  }

  private static boolean isMostlyDistinct(StatementGroup group, long distinct) {
    return distinct * 2 > group.logged - Math.min(group.errors, group.logged);
  }

  /** Few repeats prove something only when the key is one that rows have. */
  private boolean isForRows(StatementGroup group) {
    NormalizedSql scanned = group.scanned();
    String key = scanned == null ? null : KeyColumn.of(scanned);
    return parents.named() || (key != null && KeyColumn.isIdentity(key));
  }

  private Detection found(
      FindingClass type,
      Request request,
      StatementGroup group,
      long repeats,
      long distinct,
      Verdict least) {
    Verdict verdict = least;
    if (source == BindSource.PARENT) {
      verdict = Verdict.CONFIRMED;
    } else if (source != BindSource.ELSEWHERE
        && parents.match() == RowMatch.EXACT
        && (parents.rows() >= NO_COINCIDENCE || parents.named())
        && least != Verdict.SUSPECT) {
      verdict = Verdict.CONFIRMED;
    }
    long union = group.unionNanos(request);
    boolean parallel = union < group.nanos - group.nanos / 10;
    return new Detection(type, group)
        .verdict(verdict)
        .repeats(repeats, distinct)
        .parent(parents.match(), parents.parent(), parents.rows())
        .saves(repeats - 1, union / group.executions * (repeats - 1))
        .each(medianNanos(request, group), parallel)
        .source(source, provenance.column());
  }

  /** The median of at most 16 executions, evenly spread over the log. */
  private long medianNanos(Request request, StatementGroup group) {
    int step = (group.logged + elapsed.length - 1) / elapsed.length;
    int taken = 0;
    for (int i = 0; i < group.logged; i += step) {
      elapsed[taken++] = request.elapsed[group.rowsOfLog[i]];
    }
    Arrays.sort(elapsed, 0, taken);
    return taken == 0 ? 0 : elapsed[taken / 2];
  }
}
