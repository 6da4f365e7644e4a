package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.callsite.Orm;
import io.rowcall.core.config.Config;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.TransactionEnds;
import io.rowcall.core.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that a request executes again with the same binds, although nothing has changed. */
final class Duplicate extends RequestCheck {
  private static final int MAX_COMPARED = 32;

  private final DuplicateCounter duplicates;

  Duplicate(Config config) {
    super("duplicate");
    duplicates = new DuplicateCounter(config);
  }

  @Override
  @Nullable Detection detect(RepeatedStatement repeated) {
    Request request = repeated.request();
    StatementGroup group = repeated.group();
    if (!duplicates.count(request, group, repeated.groups())) {
      return null;
    }
    long avoidable = duplicates.avoidable();
    return Detection.of(this, group)
        .repeats(duplicates.executions(), duplicates.distinct())
        .callSites(CallSitePair.of(request, group.statement()))
        .inSeveralTransactions(spansTransactions(request, group))
        .avoidable(avoidable, group.busyNanos(request) / group.executions() * avoidable);
  }

  /** Whether a transaction ended between an execution and its repetition. */
  private static boolean spansTransactions(Request request, StatementGroup group) {
    if (request.transactions.size() == 0) {
      return false;
    }
    for (int j = 1; j < group.logged() && j < MAX_COMPARED; j++) {
      for (int i = j - 1; i >= 0; i--) {
        int first = group.row(i);
        int second = group.row(j);
        if (request.log.bindHash(first) == request.log.bindHash(second)) {
          if (TransactionEnds.isBetween(request, first, second)) {
            return true;
          }
          break;
        }
      }
    }
    return false;
  }

  @Override
  String describe(FindingStats finding) {
    CallSite first = finding.callSite;
    CallSite second = finding.secondCallSite;
    boolean twoLines = first != null && second != null && !second.equals(first);
    return "Duplicate: "
        + Phrases.statements(finding)
        + " ×"
        + finding.repeats.median()
        + (finding.partlyLogged ? " or more (" : " (")
        + Labels.count(finding.distinct.median(), "distinct bind")
        + ")"
        + Phrases.at(finding)
        + (twoLines && second != null ? " and again at " + Labels.place(second) : "");
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    evidence.add(
        finding.repeats.median() + " executions, " + finding.distinct.median() + " distinct");
    Phrases.addPartlyLogged(finding, evidence);
    evidence.add("no write to its tables in between, and as many rows in each result");
    if (finding.inSeveralTransactions) {
      evidence.add(
          "in different transactions: at REPEATABLE READ or above, each has a snapshot of its own,"
              + " and the repetition may be intended");
    }
    CallSite first = finding.callSite;
    CallSite second = finding.secondCallSite;
    if (first != null && second != null) {
      // Equal lines may have been reached from different callers.
      evidence.add("executed first at " + withCallers(first));
      evidence.add("and again at " + withCallers(second));
    }
    Phrases.addLazyLoad(finding, evidence);
  }

  private static String withCallers(CallSite site) {
    StringBuilder text = new StringBuilder(Labels.place(site));
    for (StackTraceElement caller : site.callers()) {
      text.append(", from ").append(Labels.place(caller));
    }
    return text.toString();
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    boolean entities =
        hasFirstLevelCache(finding.callSite) || hasFirstLevelCache(finding.secondCallSite);
    if (entities && finding.inSeveralTransactions) {
      return Arrays.asList(
          "Put one transaction around both: its session returns the entity without a query.",
          "An entity passed to save() or merge() is then known to the session already.",
          "Or load it once and pass it on.");
    }
    String once = "Execute it once and pass the result on.";
    String cache = "Where layers cannot share it, keep it for the request, or in a cache.";
    return entities
        ? Arrays.asList(
            once, cache, "One transaction around both returns the entity without a query.")
        : Arrays.asList(once, cache);
  }

  /**
   * Whether the mapper keeps entities in its session, so that a repetition means another session.
   */
  private static boolean hasFirstLevelCache(@Nullable CallSite site) {
    Orm mapper = site == null ? null : site.mapper();
    return mapper == Orm.HIBERNATE
        || mapper == Orm.ECLIPSELINK
        || mapper == Orm.OPENJPA
        || mapper == Orm.SPRING_DATA;
  }

  @Override
  public boolean hasSecondCallSite() {
    return true;
  }
}
