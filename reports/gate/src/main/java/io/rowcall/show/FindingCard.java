package io.rowcall.show;

import static io.rowcall.text.NumberText.count;
import static io.rowcall.text.TerminalText.line;
import static io.rowcall.text.TerminalText.millis;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.format.Frame;
import io.rowcall.format.Parent;
import io.rowcall.format.StatementRef;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a finding: two lines, or everything that is known about it. */
final class FindingCard {
  private static final String INDENT = "      ";
  private static final int LABEL_WIDTH = 11;

  private final PrintWriter out;

  FindingCard(PrintWriter out) {
    this.out = out;
  }

  /** Id, verdict, class and endpoint, and below them the sentence and the saving. */
  void print(Finding finding) {
    out.print("  " + line(finding.id) + "  ");
    out.println(line(finding.verdict + " " + finding.type + "  in " + finding.endpoint));
    out.println(INDENT + line(finding.sentence));
    if (!finding.saving.isBlank()) {
      out.println(INDENT + "saves " + line(finding.saving) + " in one request");
    }
  }

  /** With the SQL, the call sites and their callers, the evidence and the whole advice. */
  void printInFull(Finding finding) {
    print(finding);
    if (finding.statement != null) {
      addRow("statement", finding.statement.sql);
    }
    addCallSite("at", finding.callSite);
    addCallSite("then at", finding.secondCallSite);
    for (StatementRef other : finding.others) {
      addRow("also", other.sql);
    }
    addParent(finding.parent);
    addRows("evidence", finding.evidence);
    addRows("advice", finding.advice.lines().toList());
    addRow(
        "in total",
        "saves "
            + count(finding.avoidableExecutions, "query")
            + " and "
            + millis(finding.avoidableMillis)
            + " ms in "
            + count(finding.requests, "request"));
    out.println();
  }

  private void addParent(@Nullable Parent parent) {
    if (parent != null) {
      addRow("parent", parent.statement.sql);
      addRow("", count(parent.rows, "row") + " in the median request");
      addCallSite("at", parent.callSite);
    }
  }

  private void addCallSite(String label, @Nullable CallSite site) {
    if (site == null) {
      return;
    }
    addRow(label, site.type + "." + site.method + " (" + site.place() + ")");
    for (Frame caller : site.callers) {
      String source = caller.file == null ? "" : " (" + caller.file + ":" + caller.line + ")";
      addRow("", "called by " + caller.type + "." + caller.method + source);
    }
  }

  private void addRows(String label, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      addRow(i == 0 ? label : "", lines.get(i));
    }
  }

  private void addRow(String label, String text) {
    if (!text.isBlank()) {
      out.println(INDENT + label + " ".repeat(LABEL_WIDTH - label.length()) + line(text));
    }
  }
}
