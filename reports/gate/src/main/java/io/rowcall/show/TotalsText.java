package io.rowcall.show;

import static io.rowcall.text.NumberText.count;
import static io.rowcall.text.TerminalText.line;
import static io.rowcall.text.TerminalText.millis;

import io.rowcall.format.Report;
import io.rowcall.format.Totals;
import io.rowcall.text.NumberText;
import io.rowcall.text.TextStyle;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints the head of a report: service, time, totals, and what the agent lost or left out. */
final class TotalsText {
  private final Report report;
  private final Totals totals;
  private final PrintWriter out;
  private final TextStyle style;

  TotalsText(Report report, PrintWriter out, TextStyle style) {
    this.report = report;
    this.totals = report.totals;
    this.out = out;
    this.style = style;
  }

  void print() {
    out.println(style.heading(line(report.run.service)));
    out.println(line(report.run.start + " to " + report.run.end));
    if (report.run.running > 0) {
      out.println(style.warning(NumberText.unfinishedJvms(report.run.running)));
    }
    String problem = report.run.setupProblem;
    if (problem != null) {
      out.println(style.warning(line(problem)));
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "%s, %s; %s in %s ms, %d failed; %s%n",
        count(totals.requests, "request"),
        count(totals.errors, "error"),
        count(totals.executions, "query"),
        millis(totals.databaseMillis),
        totals.executionErrors,
        count(totals.rows, "row"));
    if (totals.unattributedExecutions + totals.lateExecutions > 0) {
      out.printf(
          Locale.ROOT,
          "including %d outside of requests and %d after the end of their request%n",
          totals.unattributedExecutions,
          totals.lateExecutions);
    }
    if (totals.calls > 0) {
      out.printf(
          Locale.ROOT,
          "%s to other services in %s ms, %d failed; %d outside of requests%n",
          count(totals.calls, "call"),
          millis(totals.callMillis),
          totals.callErrors,
          totals.unattributedCalls + totals.lateCalls);
    }
    printGaps();
  }

  private void printGaps() {
    printGap(
        totals.ambiguousExecutions,
        "queries that may belong to either of two requests, counted as outside of requests");
    printGap(totals.openRequests, "unfinished requests");
    printGap(totals.openExecutions, "queries of unfinished requests");
    printGap(totals.droppedRequests, "dropped requests");
    printGap(
        totals.overflowedEndpoints, "requests to endpoints over the limit, counted as (other)");
    printGap(totals.overflowedStatements, "statements over the limit, counted as (other)");
    printGap(totals.overflowedCalls, "calls over the limit, counted as (other calls)");
    printGap(totals.overflowedFindings, "requests with a finding over the limit");
    printGap(totals.droppedLogLines, "dropped log lines");
    printGap(totals.uncertainStatements, "statements that could not be parsed completely");
    printGap(totals.shedCallSites, "call sites not captured under overload");
    printGap(totals.suppressedErrors, "suppressed errors of Rowcall");
  }

  private void printGap(long count, String description) {
    if (count > 0) {
      out.println(style.warning(count + " " + description));
    }
  }
}
