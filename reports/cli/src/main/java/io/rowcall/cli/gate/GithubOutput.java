package io.rowcall.cli.gate;

import io.rowcall.format.SingleLine;
import java.util.List;

/**
 * For the log of a GitHub action: workflow commands that become annotations on the lines of a pull
 * request, the worst first.
 */
final class GithubOutput {
  /** GitHub shows no more of a kind from one step. */
  private static final int MAX_OF_A_KIND = 10;

  private static final int MAX_MESSAGE = 4_000;

  private GithubOutput() {}

  static String of(GateResult verdict) {
    var text = new StringBuilder();
    append(verdict, Level.ERROR, "error", text);
    append(verdict, Level.WARN, "warning", text);
    return text.toString();
  }

  private static void append(GateResult verdict, Level level, String kind, StringBuilder text) {
    List<Violation> breaches =
        verdict.breaches().stream().filter(breach -> breach.level() == level).toList();
    for (Violation breach : breaches.subList(0, Math.min(MAX_OF_A_KIND, breaches.size()))) {
      text.append("::").append(kind).append(' ');
      Location place = CheckoutPaths.of(breach);
      if (place != null) {
        text.append("file=").append(property(place.path())).append(',');
        text.append("line=").append(Math.max(place.line(), 1)).append(',');
      }
      text.append("title=")
          .append(property("rowcall " + breach.rule() + ": " + breach.endpoints()));
      text.append("::").append(message(Texts.cut(breach.text(), MAX_MESSAGE))).append('\n');
    }
    if (breaches.size() > MAX_OF_A_KIND) {
      String left = NumberText.count(breaches.size() - MAX_OF_A_KIND, "more " + kind);
      text.append("::notice title=rowcall::")
          .append(message(left + " than GitHub shows as annotations; the log has them all."))
          .append('\n');
    }
  }

  private static String message(String text) {
    return SingleLine.of(text).replace("%", "%25");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
