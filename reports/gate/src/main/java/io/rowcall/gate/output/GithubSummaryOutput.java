package io.rowcall.gate.output;

import io.rowcall.format.SingleLine;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.Level;
import io.rowcall.gate.Violation;
import io.rowcall.source.Location;
import io.rowcall.text.Texts;
import java.nio.charset.StandardCharsets;

/** Markdown table for the summary page of a GitHub Actions run. */
final class GithubSummaryOutput {
  /** GitHub rejects a larger summary entirely. */
  static final int MAX_BYTES = 1 << 20;

  /** Reserved for the end of the table and the notes. */
  private static final int TRAILER_BYTES = 20_000;

  private static final int MAX_CELL = 2_000;

  private GithubSummaryOutput() {}

  static String render(GateResult result) {
    return render(result, MAX_BYTES);
  }

  /** As many rows as fit. */
  static String render(GateResult result, long maxBytes) {
    var text = new StringBuilder();
    text.append("## Rowcall: ").append(result.passed() ? "passed" : "failed").append("\n\n");
    text.append(cell(result.summary() + "; budget: " + result.budget())).append("\n\n");
    if (!result.violations().isEmpty()) {
      text.append("| | endpoint | rule | violation |\n|---|---|---|---|\n");
    }
    int bytes = text.length();
    int shown = 0;
    for (Violation violation : result.violations()) {
      String row = row(violation);
      bytes += row.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > maxBytes - TRAILER_BYTES) {
        break;
      }
      text.append(row);
      shown++;
    }
    if (shown < result.violations().size()) {
      text.append("\nShowing ").append(shown).append(" of ").append(result.violations().size());
      text.append(".\n");
    }
    result.notes().forEach(note -> text.append("\nNote: ").append(cell(note)).append('\n'));
    return text.append('\n').toString();
  }

  private static String row(Violation violation) {
    Location location = violation.location();
    return "| "
        + (violation.level() == Level.ERROR ? "❌" : "⚠️")
        + " | "
        + cell(violation.title())
        + " | "
        + cell(violation.rule())
        + " | "
        + cell(Texts.truncate(violation.message(), MAX_CELL))
        + (location == null ? "" : " <br>" + cell(location.path() + ":" + location.line()))
        + " |\n";
  }

  /** Escapes Markdown and HTML. */
  private static String cell(String value) {
    String text = SingleLine.of(value);
    var cell = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> cell.append("&amp;");
        case '<' -> cell.append("&lt;");
        case '>' -> cell.append("&gt;");
        case '@' -> cell.append("&#64;"); // Avoids mentions of users.
        case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '|', '~', '!' ->
            cell.append('\\').append(c);
        default -> cell.append(c);
      }
    }
    return cell.toString();
  }
}
