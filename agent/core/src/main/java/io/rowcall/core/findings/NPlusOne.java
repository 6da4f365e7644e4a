package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.nplusone.BindSource;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.nplusone.RowMatch;
import io.rowcall.core.findings.request.StatementGroup;
import java.util.List;
import java.util.Locale;

/**
 * Common part of {@link NPlusOneSelect} and {@link NPlusOneWrite}, and of repeated calls.
 * Stateless.
 */
final class NPlusOne {
  /** With this many rows, an equal number of executions is no coincidence. */
  private static final long MIN_SIGNIFICANT_ROWS = 5;

  /** A shorter median execution went to a database nearby, or inside the JVM. */
  private static final long LOCAL_NANOS = 500_000;

  private static final double ROUND_TRIP_MILLIS = 1;

  private NPlusOne() {}

  /**
   * Creates the detection of a statement executed row by row.
   *
   * @param weakest the verdict unless the parent confirms it
   */
  static Detection detection(RequestCheck check, RepeatedStatement repeated, Verdict weakest) {
    Request request = repeated.request();
    StatementGroup group = repeated.group();
    long busy = group.busyNanos(request);
    long avoidable = repeated.repeats() - 1;
    return Detection.of(check, group)
        .verdict(isConfirmed(repeated, weakest) ? Verdict.CONFIRMED : weakest)
        .repeats(repeated.repeats(), repeated.distinctBinds())
        .parent(repeated)
        .avoidable(avoidable, busy / group.executions() * avoidable)
        .typicalNanos(repeated.medianNanos())
        .parallel(busy < group.nanos() - group.nanos() / 10);
  }

  private static boolean isConfirmed(RepeatedStatement repeated, Verdict weakest) {
    if (repeated.bindSource() != BindSource.UNKNOWN) {
      return repeated.bindSource() == BindSource.PARENT;
    }
    return repeated.match() == RowMatch.EXACT
        && (repeated.parentRows() >= MIN_SIGNIFICANT_ROWS || repeated.isNamedAfterParent())
        && weakest != Verdict.SUSPECT;
  }

  /**
   * The verdict over all requests. Executions that grow with the parent's rows, or that bind its
   * values, are confirmed.
   *
   * @param withoutParent the verdict when no query explains most requests
   */
  static Verdict verdict(FindingStats finding, Verdict withoutParent) {
    if (finding.parent() == null) {
      return withoutParent;
    }
    if (finding.isProvenByBinds() || finding.rowCorrelation.isProven()) {
      return Verdict.CONFIRMED;
    }
    Verdict strongest = finding.strongestVerdict();
    return finding.isRefutedByBinds() && strongest == Verdict.CONFIRMED
        ? Verdict.LIKELY
        : strongest;
  }

  /**
   * Adds the evidence.
   *
   * @param fewer explains why there are fewer executions than rows
   */
  static void addEvidence(FindingStats finding, List<String> evidence, String fewer) {
    boolean calls = finding.check.isAboutCalls();
    evidence.add(
        finding.repeats.median()
            + (calls ? " calls in" : " executions in")
            + " the median request, "
            + finding.distinct.median()
            + " distinct");
    Phrases.addPartlyLogged(finding, evidence);
    addParent(finding, evidence, fewer);
    addMapper(finding, evidence);
    Phrases.addLazyLoad(finding, evidence);
    if (!calls) {
      addNetworkSaving(finding, evidence);
    }
  }

  private static void addParent(FindingStats finding, List<String> evidence, String fewer) {
    String rows = Labels.count(finding.parentRows.median(), "row");
    switch (finding.match()) {
      case EXACT:
        evidence.add(
            "an earlier query of the request read exactly as many rows: "
                + finding.parentRows.median());
        break;
      case FEWER:
        evidence.add("an earlier query read " + rows + ": " + fewer);
        break;
      case SEVERAL:
        evidence.add("an earlier query read " + rows + ": several executions for each");
        break;
      case OWN_ROWS:
        evidence.add("each row that it returned led to another execution: a walk through a tree");
        break;
      case SAME_ROWS:
        evidence.add("each execution reads the same " + rows + ", one for each of them");
        return;
      case NONE:
        addMissingParent(finding, evidence);
        return;
    }
    addBindSource(finding, evidence);
    String growth = finding.rowCorrelation.describe();
    if (!growth.isEmpty()) {
      evidence.add(growth);
    }
  }

  private static void addMissingParent(FindingStats finding, List<String> evidence) {
    if (finding.isRefutedByBinds()) {
      evidence.add("an earlier query read as many rows, but none of the binds was read from it");
    }
    switch (finding.missingParent()) {
      case EXISTENCE_CHECK:
        evidence.add("they find nothing, and as many rows are inserted: each checks what is new");
        return;
      case CACHE:
        evidence.add("no earlier query explains their number; the list may come from a cache");
        break;
      case NOTHING_BEFORE:
        evidence.add(
            "no earlier query read a list: the keys came with the request, from a cache, or from"
                + " another service");
        break;
      default:
        evidence.add("no earlier query of the request explains their number");
        break;
    }
    if (finding.isTight()) {
      evidence.add("a loop of distinct binds at one line; only the origin of the keys is unknown");
    }
  }

  private static void addBindSource(FindingStats finding, List<String> evidence) {
    if (finding.isProvenByBinds()) {
      String column = finding.sourceColumn();
      String table =
          column == null
              ? null
              : Labels.sourceTable(finding.parent(), column, Labels.keyColumn(finding.statement));
      evidence.add(
          "the binds are values that were read from "
              + (column == null
                  ? "one column of its result"
                  : table == null ? column : table + "." + column));
    } else if (finding.isRefutedByBinds()) {
      evidence.add("none of the binds was read from its result");
    }
  }

  private static void addMapper(FindingStats finding, List<String> evidence) {
    CallSite site = finding.callSite;
    if (site != null && site.mapper() != null) {
      // At a line that also reads the parent, the mapper fetches the association eagerly.
      CallSite parentSite = finding.parentCallSite();
      boolean eager =
          finding.check instanceof NPlusOneSelect && parentSite != null && site.equals(parentSite);
      evidence.add(
          (site.isLazyLoading()
                  ? "loaded lazily by "
                  : eager ? "loaded eagerly by " : "executed through ")
              + site.mapper().text());
    }
    if (finding.parallel) {
      evidence.add("on several threads at once; overlapping time counts once");
    }
  }

  private static void addNetworkSaving(FindingStats finding, List<String> evidence) {
    long nanos = finding.typicalNanos.median();
    long avoidable = finding.avoidable.median();
    if (nanos > 0 && nanos < LOCAL_NANOS && avoidable > 0) {
      evidence.add(
          String.format(
              Locale.ROOT,
              "the database answers in %.2f ms here; over a network of %.0f ms, ~%.0f ms are saved",
              nanos / 1e6,
              ROUND_TRIP_MILLIS,
              avoidable * (ROUND_TRIP_MILLIS + nanos / 1e6)));
    }
  }
}
