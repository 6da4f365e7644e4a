package io.rowcall.core.export;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.FindingClass;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.record.FindingStats;
import io.rowcall.core.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Findings in words: a sentence that says what was seen, and what the verdict rests on. */
final class FindingText {
  /** A usual execution shorter than this went to a database next door, or inside the JVM. */
  private static final long LOCAL_NANOS = 500_000;

  private static final double ROUND_TRIP_MILLIS = 1;

  private final FindingStats finding;
  private final @Nullable CallSite parentSite;
  private final List<String> advice;
  private final long repeats;
  private final long distinct;
  private final long parentRows;
  private final long avoidable;

  FindingText(FindingStats finding, Dialect dialect, @Nullable CallSite parentSite) {
    this.finding = finding;
    this.parentSite = parentSite;
    this.advice = Advice.of(finding, dialect);
    this.repeats = finding.repeats.median();
    this.distinct = finding.distinct.median();
    this.parentRows = finding.parentRows.median();
    this.avoidable = finding.avoidable.median();
  }

  String advice() {
    return String.join("\n", advice);
  }

  String sentence() {
    StringBuilder text = new StringBuilder(200);
    switch (finding.type) {
      case N_PLUS_ONE_SELECT:
        text.append("N+1: ").append(statements()).append(" ×").append(repeats);
        text.append(" (").append(Labels.count(distinct, "distinct bind")).append(')').append(at());
        forParent(text);
        break;
      case N_PLUS_ONE_WRITE:
        text.append("N+1 write: ").append(statements()).append(" ×").append(repeats);
        text.append(at());
        forParent(text);
        break;
      case SMALL_BATCH:
        text.append("Batch + 1: ").append(statements()).append(" ×").append(repeats);
        text.append(at());
        if (finding.parent() == null) {
          text.append(", for ").append(Labels.count(parentRows, "row"));
        } else {
          forParent(text);
        }
        break;
      case DUPLICATE:
        text.append("Duplicate: ").append(statements()).append(" ×").append(repeats);
        text.append(" (").append(Labels.count(distinct, "distinct bind")).append(')').append(at());
        text.append(andAgain());
        break;
      case SLOW_QUERY:
        text.append("Slow query: ").append(statements()).append(at());
        break;
      case LARGE_RESULT:
        text.append("Large result: ").append(Labels.count(parentRows, "row")).append(" of ");
        text.append(statements()).append(at());
        break;
      case SEQUENTIAL_QUERIES:
        text.append("One after the other: ").append(statements()).append(at());
        text.append(": ~").append(millisPerRequest()).append(" ms of waiting");
        break;
      case POOL_WAIT:
      case CONNECTION_HELD:
      case CONNECTION_LEAK:
        text.append(PoolFindingText.sentence(finding)).append(at());
        break;
      case LOW_CACHE_HIT_RATIO:
        break;
      case SLOW_REQUEST:
        text.append("Slow request: ").append(finding.endpoint);
        break;
      case TOO_MANY_QUERIES:
        text.append("Too many queries: ").append(repeats).append(" in one ");
        text.append(finding.endpoint);
        break;
    }
    if (avoidable > 0) {
      text.append(": ").append(Labels.count(avoidable, "round trip"));
      text.append(" avoidable, ~").append(millisPerRequest()).append(" ms of ");
      text.append(millisOf(finding.requestNanos)).append(" ms");
    }
    return text.append(". ").append(advice.get(0)).toString();
  }

  /** The statement; all of one loop. */
  private String statements() {
    StringBuilder text = new StringBuilder(Labels.of(finding.statement));
    if (finding.type.isNPlusOne()
        || finding.type == FindingClass.DUPLICATE
        || finding.type == FindingClass.SEQUENTIAL_QUERIES) {
      for (SqlStatement other : finding.others) {
        text.append(" + ").append(Labels.of(other));
      }
    }
    return text.toString();
  }

  private void forParent(StringBuilder text) {
    SqlStatement parent = finding.parent();
    if (parent == null) {
      return;
    }
    text.append(", for the ").append(Labels.count(parentRows, "row")).append(" of ");
    text.append(Labels.of(parent));
    if (parentSite != null) {
      text.append(" at ").append(Labels.place(parentSite));
    }
  }

  private String at() {
    CallSite site = finding.callSite;
    return site == null ? "" : " at " + Labels.place(site);
  }

  /** The other line of a duplicate, unless it is the same. */
  private String andAgain() {
    CallSite site = finding.callSite;
    CallSite second = finding.secondCallSite;
    return site == null || second == null || second.equals(site)
        ? ""
        : " and again at " + Labels.place(second);
  }

  private String millisPerRequest() {
    return millisOf(finding.avoidableNanos);
  }

  /** The mean of a sum over the requests that show the finding. */
  private String millisOf(long nanos) {
    double millis = nanos / 1e6 / Math.max(1, finding.requests);
    return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis);
  }

  /** What the verdict rests on, a line each. */
  List<String> evidence() {
    List<String> evidence = new ArrayList<String>(6);
    switch (finding.type) {
      case N_PLUS_ONE_SELECT:
      case N_PLUS_ONE_WRITE:
        evidence.add(repeats + " executions in the median request, " + distinct + " distinct");
        addParent(evidence);
        addCaller(evidence);
        addView(evidence);
        addSaving(evidence);
        break;
      case SMALL_BATCH:
        if (parentRows > 0) {
          evidence.add(
              repeats + " executions for " + parentRows + ": " + each() + " in each, on average");
        }
        evidence.add(
            "more executions than each of them carries: a larger batch saves most of them");
        break;
      case DUPLICATE:
        evidence.add(repeats + " executions, " + distinct + " different");
        evidence.add("no write to its tables in between, and as many rows in each answer");
        if (finding.severalTransactions) {
          evidence.add(
              "in different transactions: at REPEATABLE READ or above, each sees a state of its"
                  + " own, and asking again may be meant");
        }
        addBothLines(evidence);
        break;
      case LARGE_RESULT:
        evidence.add(Labels.count(finding.parentRows.max(), "row") + " at most; no limit");
        break;
      case SEQUENTIAL_QUERIES:
        evidence.add("each has no binds, or the same as the first; nothing was written in between");
        break;
      case TOO_MANY_QUERIES:
        for (SqlStatement other : finding.others) {
          evidence.add("among the most frequent: " + Labels.of(other));
        }
        break;
      case POOL_WAIT:
      case CONNECTION_HELD:
      case CONNECTION_LEAK:
        PoolFindingText.addEvidence(finding, evidence);
        break;
      case LOW_CACHE_HIT_RATIO:
      case SLOW_QUERY:
      case SLOW_REQUEST:
        break;
    }
    if (finding.isSeenColdOnly()) {
      evidence.add(
          "only in the first requests of the endpoint: a JVM that warms up may be the cause, and"
              + " more requests would tell");
    }
    evidence.add("seen in " + Labels.count(finding.requests, "request"));
    return evidence;
  }

  private long each() {
    return Math.max(1, Math.round((double) parentRows / Math.max(1, repeats)));
  }

  /** A line that is the same may have been reached by two ways. */
  private void addBothLines(List<String> evidence) {
    if (finding.callSite != null && finding.secondCallSite != null) {
      evidence.add("asked first at " + way(finding.callSite));
      evidence.add("and again at " + way(finding.secondCallSite));
    }
    addView(evidence);
  }

  private static String way(CallSite site) {
    StringBuilder way = new StringBuilder(Labels.place(site));
    for (StackTraceElement caller : site.callers()) {
      way.append(", from ").append(Labels.place(caller));
    }
    return way.toString();
  }

  /** What no line of the application asked for, but a serializer or a template. */
  private void addView(List<String> evidence) {
    CallSite site = finding.callSite;
    if (site != null && site.isInView()) {
      String method = site.first().getClassName() + "." + site.first().getMethodName();
      String property = site.property();
      evidence.add(
          (property == null ? "a lazy association" : property)
              + " was touched by a serializer or a template, after "
              + method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1)
              + " had fetched its owner at this line and returned (open-in-view)");
    } else if (site != null && site.property() != null) {
      evidence.add("it was loaded when " + site.property() + " was touched");
    }
  }

  private void addParent(List<String> evidence) {
    String rows = Labels.count(parentRows, "row");
    switch (finding.match()) {
      case EXACT:
        evidence.add("an earlier query of the request read exactly as many rows: " + parentRows);
        break;
      case FEWER:
        evidence.add(
            finding.type == FindingClass.N_PLUS_ONE_WRITE
                ? "an earlier query read " + rows + ": some of them led to a write"
                : "an earlier query read " + rows + ": a cache may have answered for the rest");
        break;
      case SEVERAL:
        evidence.add("an earlier query read " + rows + ": each asks several times");
        break;
      case OWN_ROWS:
        evidence.add("each row that it returned led to its next execution: a walk through a tree");
        break;
      case SAME_ROWS:
        evidence.add("each reads the same " + rows + ", once for each of them");
        return;
      case NONE:
        addCause(evidence);
        return;
    }
    addSource(evidence);
    String grows = finding.growth.inWords();
    if (!grows.isEmpty()) {
      evidence.add(grows);
    }
  }

  /** Why there is no parent, and what would make it one. */
  private void addCause(List<String> evidence) {
    if (finding.isRefutedBySource()) {
      evidence.add("an earlier query read as many rows, but none of the binds was read from it");
    }
    switch (finding.cause()) {
      case EXISTENCE_CHECK:
        evidence.add("they find nothing, and as many rows are inserted: each looks what is new");
        return;
      case CACHE:
        evidence.add("no earlier query explains how many, but a cache answered: its list may");
        break;
      case NOTHING_BEFORE:
        evidence.add(
            "no earlier query read a list: the keys came with the request, from a cache, or from"
                + " another service");
        break;
      default:
        evidence.add("no earlier query of the request explains how many");
        break;
    }
    if (finding.isTight()) {
      evidence.add(
          "a loop of different binds at one place; what is missing is where they came from");
    }
  }

  private void addSource(List<String> evidence) {
    if (finding.isProvenBySource()) {
      String column = finding.sourceColumn();
      String table =
          column == null
              ? null
              : Labels.tableOf(finding.parent(), column, Labels.key(finding.statement));
      evidence.add(
          "the binds are values that were read from "
              + (column == null
                  ? "one column of its result"
                  : table == null ? column : table + "." + column));
    } else if (finding.isRefutedBySource()) {
      evidence.add("none of the binds was read from its result");
    }
  }

  private void addCaller(List<String> evidence) {
    CallSite site = finding.callSite;
    if (site != null && site.mapper() != null) {
      evidence.add(
          (site.isLazyLoading()
                  ? "loaded lazily by "
                  : isEager(site) ? "loaded eagerly by " : "executed through ")
              + site.mapper().text());
    }
    if (finding.parallel) {
      evidence.add("on several threads at once; its time counts once");
    }
  }

  /** The line that reads the parent reads what belongs to its rows as well, and nobody asked. */
  private boolean isEager(CallSite site) {
    return finding.type == FindingClass.N_PLUS_ONE_SELECT
        && site.mapper() != null
        && parentSite != null
        && site.equals(parentSite);
  }

  private void addSaving(List<String> evidence) {
    long usual = finding.medianNanos.median();
    if (usual > 0 && usual < LOCAL_NANOS && avoidable > 0) {
      evidence.add(
          String.format(
              Locale.ROOT,
              "the database answers in %.2f ms here; over a network of %.0f ms, ~%.0f ms are saved",
              usual / 1e6,
              ROUND_TRIP_MILLIS,
              avoidable * (ROUND_TRIP_MILLIS + usual / 1e6)));
    }
  }
}
