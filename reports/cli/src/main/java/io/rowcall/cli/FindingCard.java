package io.rowcall.cli;

import static io.rowcall.cli.TerminalText.count;
import static io.rowcall.cli.TerminalText.line;
import static io.rowcall.cli.TerminalText.millis;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.format.Frame;
import io.rowcall.format.Parent;
import io.rowcall.format.StatementRef;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A finding for people: who, where and what in a sentence; on demand, everything else. */
final class FindingCard {
  private static final String INDENT = "      ";
  private static final int LABEL = 11;

  private final PrintWriter out;

  FindingCard(PrintWriter out) {
    this.out = out;
  }

  void print(Finding finding) {
    out.print("  " + line(finding.id) + "  ");
    out.println(line(finding.verdict + " " + finding.type + "  in " + finding.endpoint));
    out.println(INDENT + line(finding.sentence));
  }

  /** With the whole SQL, both lines and who called them, the evidence and all of the advice. */
  void printInFull(Finding finding) {
    print(finding);
    if (finding.statement != null) {
      row("statement", finding.statement.sql);
    }
    callSite("at", finding.callSite);
    callSite("again at", finding.secondCallSite);
    for (StatementRef other : finding.others) {
      row("so is", other.sql);
    }
    Parent parent = finding.parent;
    if (parent != null) {
      row("parent", parent.statement.sql);
      row("", count(parent.rows, "row", "rows") + " in the median request");
      callSite("at", parent.callSite);
    }
    String label = "evidence";
    for (String evidence : finding.evidence) {
      row(label, evidence);
      label = "";
    }
    label = "advice";
    for (String advice : finding.advice.split("\n", -1)) {
      row(label, advice);
      label = "";
    }
    row(
        "saves",
        count(finding.avoidableExecutions, "query", "queries")
            + " and "
            + millis(finding.avoidableMillis)
            + " ms in "
            + count(finding.requests, "request", "requests"));
    out.println();
  }

  private void callSite(String label, @Nullable CallSite site) {
    if (site == null) {
      return;
    }
    row(label, site.type + "." + site.method + " (" + site.place() + ")");
    for (Frame caller : site.callers) {
      String place = caller.file == null ? "" : " (" + caller.file + ":" + caller.line + ")";
      row("", "called by " + caller.type + "." + caller.method + place);
    }
  }

  private void row(String label, String text) {
    if (!text.isBlank()) {
      out.println(INDENT + label + " ".repeat(LABEL - label.length()) + line(text));
    }
  }
}
