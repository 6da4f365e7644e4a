package io.rowcall.gate;

import io.rowcall.format.Report;
import io.rowcall.format.SingleLine;
import io.rowcall.format.Totals;
import io.rowcall.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Checks that a run can be evaluated: it has requests, and the agent lost nothing. */
final class RunValidity {
  static final String THE_RUN = "the run";

  private final Totals totals;
  private final long running;
  private final String setupProblem;
  private final Budget budget;
  private final List<Violation> violations = new ArrayList<>();

  private RunValidity(Report report, Budget budget) {
    this.totals = report.totals;
    this.running = report.run.running;
    this.setupProblem = Objects.requireNonNullElse(report.run.setupProblem, "");
    this.budget = budget;
  }

  static List<Violation> check(Report report, Budget budget) {
    var validity = new RunValidity(report, budget);
    validity.checkRequests();
    validity.checkComplete();
    validity.checkFinished();
    validity.checkSuppressedErrors();
    return validity.violations;
  }

  private void checkRequests() {
    long required = Math.max(1, budget.require().minRequests());
    if (totals.requests < required) {
      add(
          Level.ERROR,
          RuleCatalog.MIN_REQUESTS,
          NumberText.count(totals.requests, "request")
              + " recorded, at least "
              + required
              + " required: a run without load cannot pass. "
              + (setupProblem.isEmpty()
                  ? "Was the load sent to the service with the agent?"
                  : SingleLine.of(setupProblem)),
          budget.source());
    }
  }

  private void checkComplete() {
    checkNone(
        totals.droppedRequests, "request", "dropped, so counts are not exact. Reduce the load.");
    checkNone(
        totals.overflowedEndpoints,
        "request",
        "counted as (other), because there are too many endpoints to check each. Do their paths"
            + " contain ids?");
    checkNone(
        totals.overflowedStatements,
        "statement",
        "counted as (other), because there are too many distinct ones. Are values concatenated into"
            + " the SQL?");
    checkNone(
        totals.overflowedFindings,
        "finding",
        "not listed, because there are too many. Fix or disable the first ones.");
  }

  private void checkNone(long count, String noun, String explanation) {
    if (count > 0) {
      add(
          budget.require().complete(),
          RuleCatalog.INCOMPLETE,
          NumberText.count(count, noun)
              + " "
              + explanation
              + " To accept this, add to the budget: require: {complete: warn}.",
          "");
    }
  }

  private void checkFinished() {
    if (running > 0 && budget.require().complete() != Level.OFF) {
      add(
          Level.WARN,
          RuleCatalog.UNFINISHED,
          NumberText.unfinishedJvms(running)
              + ". Later requests are missing. Stop the service before the gate, with SIGTERM"
              + " instead of kill -9.",
          "");
    }
  }

  private void checkSuppressedErrors() {
    if (totals.suppressedErrors > 0) {
      add(
          Level.WARN,
          RuleCatalog.SUPPRESSED,
          NumberText.count(totals.suppressedErrors, "error")
              + " of Rowcall suppressed; the first is logged to the service's stderr.",
          "");
    }
  }

  private void add(Level level, String rule, String summary, String origin) {
    if (level != Level.OFF) {
      violations.add(Violation.plain(level, rule, THE_RUN, summary, origin));
    }
  }
}
