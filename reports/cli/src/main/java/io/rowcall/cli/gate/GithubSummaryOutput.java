package io.rowcall.cli.gate;

import io.rowcall.format.SingleLine;
import java.nio.charset.StandardCharsets;

/** For the page of a GitHub action's run: a table in Markdown. */
final class GithubSummaryOutput {
  /** GitHub refuses a larger summary as a whole. */
  static final int MAX_BYTES = 1 << 20;

  /** For the end of the table and the notes. */
  private static final int ROOM_FOR_THE_END = 20_000;

  private static final int MAX_CELL = 2_000;

  private GithubSummaryOutput() {}

  static String of(GateResult verdict) {
    return of(verdict, MAX_BYTES);
  }

  /** As much of it as there is room for. */
  static String of(GateResult verdict, long maxBytes) {
    var text = new StringBuilder();
    text.append("## Rowcall: ").append(verdict.passed() ? "passed" : "failed").append("\n\n");
    text.append(cell(verdict.sum() + ", held to " + verdict.budget())).append("\n\n");
    if (!verdict.breaches().isEmpty()) {
      text.append("| | endpoint | rule | what, where, what to do |\n|---|---|---|---|\n");
    }
    int bytes = text.length();
    int shown = 0;
    for (Violation breach : verdict.breaches()) {
      String row = row(breach);
      bytes += row.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > maxBytes - ROOM_FOR_THE_END) {
        break;
      }
      text.append(row);
      shown++;
    }
    if (shown < verdict.breaches().size()) {
      text.append("\nShowing ").append(shown).append(" of ").append(verdict.breaches().size());
      text.append(".\n");
    }
    verdict.notes().forEach(note -> text.append("\nNote: ").append(cell(note)).append('\n'));
    return text.append('\n').toString();
  }

  private static String row(Violation breach) {
    Location place = breach.location();
    return "| "
        + (breach.level() == Level.ERROR ? "❌" : "⚠️")
        + " | "
        + cell(breach.endpoints())
        + " | "
        + cell(breach.rule())
        + " | "
        + cell(Texts.cut(breach.text(), MAX_CELL))
        + (place == null ? "" : " <br>" + cell(place.path() + ":" + place.line()))
        + " |\n";
  }

  /** As it is: nothing in it is a mark of Markdown or HTML. */
  private static String cell(String said) {
    String text = SingleLine.of(said);
    var cell = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> cell.append("&amp;");
        case '<' -> cell.append("&lt;");
        case '>' -> cell.append("&gt;");
        case '@' -> cell.append("&#64;"); // Names nobody.
        case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '|', '~', '!' ->
            cell.append('\\').append(c);
        default -> cell.append(c);
      }
    }
    return cell.toString();
  }
}
