package io.rowcall.cli.gate;

import io.rowcall.cli.TerminalText;
import io.rowcall.format.Report;
import io.rowcall.format.Totals;
import java.util.ArrayList;
import java.util.List;

/** Whether a run shows enough to be judged: it is not empty, and nothing of it was lost. */
final class RunValidity {
  static final String THE_RUN = "the run";

  private final Totals totals;
  private final long running;
  private final Budget budget;
  private final List<Violation> breaches = new ArrayList<>();

  private RunValidity(Report report, Budget budget) {
    this.totals = report.totals;
    this.running = report.run.running;
    this.budget = budget;
  }

  static List<Violation> of(Report report, Budget budget) {
    var soundness = new RunValidity(report, budget);
    soundness.check();
    return soundness.breaches;
  }

  private void check() {
    long needed = Math.max(1, budget.require().minRequests());
    if (totals.requests < needed) {
      say(
          Level.ERROR,
          RuleCatalog.MIN_REQUESTS,
          THE_RUN,
          NumberText.count(totals.requests, "request")
              + " recorded, at least "
              + needed
              + " needed: a run that shows nothing cannot pass. Was the load sent, and to the service"
              + " with the agent?",
          budget.source());
    }
    lost(
        totals.droppedRequests,
        "request",
        "dropped, so that counts are not exact. Send less load.");
    lost(
        totals.overflowedEndpoints,
        "request",
        "counted as (other), because there are too many endpoints to hold each to its rule. Do their"
            + " paths carry ids?");
    lost(
        totals.overflowedStatements,
        "statement",
        "counted as (other), because there are too many to tell apart. Are values written into their"
            + " text?");
    lost(
        totals.overflowedFindings,
        "finding",
        "not listed, because there are too many. Fix or switch off the first of them.");
    if (running > 0 && budget.require().complete() != Level.OFF) {
      say(
          Level.WARN,
          RuleCatalog.UNFINISHED,
          THE_RUN,
          TerminalText.notEnded(running)
              + ". What came after that is missing. Stop the service before the gate, and not with"
              + " kill -9.",
          "");
    }
    if (totals.suppressedErrors > 0) {
      say(
          Level.WARN,
          RuleCatalog.SUPPRESSED,
          THE_RUN,
          NumberText.count(totals.suppressedErrors, "error")
              + " of Rowcall suppressed; the service's stderr tells the first.",
          "");
    }
  }

  private void lost(long count, String what, String why) {
    if (count > 0) {
      say(
          budget.require().complete(),
          RuleCatalog.INCOMPLETE,
          THE_RUN,
          NumberText.count(count, what)
              + " "
              + why
              + " Who can bear that says so in the budget: require: {complete: warn}.",
          "");
    }
  }

  private void say(Level level, String rule, String about, String summary, String where) {
    if (level != Level.OFF) {
      breaches.add(Violation.plain(level, rule, about, summary, where));
    }
  }
}
