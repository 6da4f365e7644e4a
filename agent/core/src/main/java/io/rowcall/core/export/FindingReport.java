package io.rowcall.core.export;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.Checks;
import io.rowcall.core.findings.DuplicateGroups;
import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.findings.FindingText;
import io.rowcall.core.findings.Labels;
import io.rowcall.core.findings.RunFinding;
import io.rowcall.core.findings.RunStats;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.record.StatementStats;
import io.rowcall.core.sql.Dialect;
import io.rowcall.format.Finding;
import io.rowcall.format.Parent;
import io.rowcall.format.Report;
import io.rowcall.format.StatementRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes findings into a report, the largest saving first. The caller holds the aggregate's lock.
 */
final class FindingReport {
  private final Aggregate aggregate;
  private final RecordingEngine engine;

  FindingReport(RecordingEngine engine) {
    this.aggregate = engine.aggregate();
    this.engine = engine;
  }

  void fill(Report report, Checks checks, RunStats run) {
    for (List<FindingStats> group : DuplicateGroups.of(reported())) {
      report.findings.add(finding(group));
    }
    for (RunFinding finding : checks.detect(run)) {
      report.findings.add(finding(finding));
    }
    Collections.sort(report.findings, BY_SAVING);
    report.totals.findings = report.findings.size();
    report.run.noLines = noLines(report);
  }

  /**
   * Findings without stalls of the machine. If a pool was exhausted, other requests are the cause.
   */
  private List<FindingStats> reported() {
    List<FindingStats> reported = new ArrayList<FindingStats>();
    for (FindingStats stats : aggregate.findings()) {
      boolean exhausted =
          stats.check.isCausedByOtherRequests()
              && stats.pool != null
              && PoolReport.isExhausted(aggregate.pool(stats.pool), aggregate.libraries());
      if (!stats.isStall() || exhausted) {
        reported.add(stats);
      }
    }
    return reported;
  }

  /** One finding for a group with a common cause; the first one represents all. */
  private Finding finding(List<FindingStats> group) {
    Finding finding = finding(group.get(0));
    for (FindingStats other : group.subList(1, group.size())) {
      finding.avoidableExecutions += other.avoidableExecutions;
      finding.avoidableMillis += other.avoidableNanos / 1e6;
      if (finding.example == null) {
        finding.example = ExampleReport.of(other.example);
      }
      if (other.statement != null) {
        finding.evidence.add("so does " + Labels.of(other.statement) + ", at the same lines");
        finding.others.add(ReportBuilder.reference(other.statement));
      }
    }
    return finding;
  }

  private Finding finding(FindingStats stats) {
    Finding finding = new Finding();
    finding.id = id(stats);
    finding.type = stats.check.key();
    finding.verdict = stats.verdict().text();
    finding.endpoint = stats.endpoint;
    finding.statement = reference(stats.statement);
    finding.repeats.median = stats.repeats.median();
    finding.repeats.max = stats.repeats.max();
    finding.distinctBinds = stats.distinct.median();
    finding.callSite = ReportBuilder.callSite(stats.callSite);
    finding.secondCallSite = ReportBuilder.callSite(stats.secondCallSite);
    finding.parent = parent(stats);
    if (stats.check.othersShareCause()) {
      for (SqlStatement other : stats.others) {
        finding.others.add(ReportBuilder.reference(other));
      }
    }
    setText(finding, FindingText.of(stats, dialect(stats.statement)));
    if (stats.pool != null) {
      finding.evidence.addAll(
          PoolReport.evidence(aggregate.pool(stats.pool), aggregate.libraries()));
    }
    finding.avoidableExecutions = stats.avoidableExecutions;
    finding.avoidableMillis = stats.avoidableNanos / 1e6;
    finding.requests = stats.requests;
    finding.requestsWithMisses = stats.requestsWithMisses;
    finding.example = ExampleReport.of(stats.example);
    return finding;
  }

  private Finding finding(RunFinding detected) {
    Finding finding = new Finding();
    finding.id = id(detected);
    finding.type = detected.check.key();
    finding.verdict = detected.verdict.text();
    finding.endpoint = detected.endpoint;
    finding.statement = reference(detected.statement);
    finding.callSite = ReportBuilder.callSite(detected.callSite);
    finding.repeats.median = detected.repeats;
    finding.repeats.max = detected.repeats;
    finding.requests = detected.requests;
    setText(finding, detected.text);
    return finding;
  }

  private static void setText(Finding finding, FindingText text) {
    finding.sentence = text.sentence;
    finding.saving = text.saving;
    finding.evidence.addAll(text.evidence);
    finding.advice = text.advice;
  }

  private static @Nullable Parent parent(FindingStats stats) {
    SqlStatement statement = stats.parent();
    CallSite site = stats.parentCallSite();
    if (statement == null) {
      return null;
    }
    Parent parent = new Parent();
    parent.statement = ReportBuilder.reference(statement);
    parent.rows = stats.parentRows.median();
    parent.callSite = ReportBuilder.callSite(site);
    return parent;
  }

  private @Nullable StatementRef reference(@Nullable SqlStatement statement) {
    if (statement == null) {
      return null;
    }
    StatementRef reference = ReportBuilder.reference(statement);
    StatementStats stats = aggregate.statements.get(statement);
    if (stats != null) {
      reference.shapeId = ReportBuilder.hex(stats.shapeId());
    }
    return reference;
  }

  private Dialect dialect(@Nullable SqlStatement statement) {
    return statement == null ? Dialect.GENERIC : engine.dialect(statement);
  }

  // ---- Identity: stable from run to run, when lines move, and when entities get columns ----

  private String id(FindingStats stats) {
    SqlStatement statement = stats.statement;
    return hash(
        stats.check.key()
            + '\n'
            + stats.endpoint
            + '\n'
            + (statement == null ? "" : Long.toHexString(shapeId(statement)))
            + (stats.pool == null ? "" : stats.pool.name));
  }

  private String id(RunFinding finding) {
    String key = finding.check.key();
    return finding.statement == null
        ? hash(key + '\n' + finding.endpoint + '\n' + finding.subject)
        : ReportBuilder.hex(shapeId(finding.statement) * 31 + key.hashCode());
  }

  private long shapeId(SqlStatement statement) {
    StatementStats stats = aggregate.statements.get(statement);
    return stats == null ? statement.id : stats.shapeId();
  }

  private static String hash(String key) {
    long hash = 1125899906842597L;
    for (int i = 0; i < key.length(); i++) {
      hash = 31 * hash + key.charAt(i);
    }
    return ReportBuilder.hex(hash);
  }

  /**
   * Explains why no finding has a line; null when one has, or when there is none about a statement.
   */
  private @Nullable String noLines(Report report) {
    boolean any = false;
    for (Finding finding : report.findings) {
      any |= finding.statement != null;
      if (finding.callSite != null) {
        return null;
      }
    }
    if (!any) {
      return null;
    }
    String packages = engine.stacksWithoutLine();
    return packages.isEmpty()
        ? "No finding has a line yet: the next request of each endpoint brings it."
        : "No finding has a line: the stacks contain only libraries and generated classes ("
            + packages
            + "). If one of these packages is yours, add it to application.packages.";
  }

  /** Suspects without a saving, as on a cold JVM, come last. */
  private static final Comparator<Finding> BY_SAVING =
      new Comparator<Finding>() {
        @Override
        public int compare(Finding a, Finding b) {
          int byDoubt = Boolean.compare(isDoubtful(a), isDoubtful(b));
          int bySaving = Double.compare(b.avoidableMillis, a.avoidableMillis);
          return byDoubt != 0 ? byDoubt : bySaving != 0 ? bySaving : a.id.compareTo(b.id);
        }

        private boolean isDoubtful(Finding finding) {
          return finding.verdict.equals("suspect") && finding.avoidableMillis <= 0;
        }
      };
}
