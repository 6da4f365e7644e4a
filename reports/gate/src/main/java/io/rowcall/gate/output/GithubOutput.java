package io.rowcall.gate.output;

import io.rowcall.format.SingleLine;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.Level;
import io.rowcall.gate.Violation;
import io.rowcall.source.Location;
import io.rowcall.text.NumberText;
import io.rowcall.text.Texts;
import java.util.List;

/**
 * Workflow commands for the log of a GitHub Actions job, which turn into annotations on the lines
 * of a pull request. The worst first.
 */
final class GithubOutput {
  /** GitHub shows at most this many annotations of each kind per step. */
  private static final int MAX_PER_KIND = 10;

  private static final int MAX_MESSAGE = 4_000;

  private GithubOutput() {}

  static String render(GateResult result) {
    var text = new StringBuilder();
    append(result, Level.ERROR, "error", text);
    append(result, Level.WARN, "warning", text);
    return text.toString();
  }

  private static void append(GateResult result, Level level, String kind, StringBuilder text) {
    List<Violation> violations =
        result.violations().stream().filter(violation -> violation.level() == level).toList();
    for (Violation violation : violations.subList(0, Math.min(MAX_PER_KIND, violations.size()))) {
      text.append("::").append(kind).append(' ');
      Location location = ReportedLocation.of(violation);
      if (location != null) {
        text.append("file=").append(property(location.path())).append(',');
        text.append("line=").append(Math.max(location.line(), 1)).append(',');
      }
      text.append("title=")
          .append(property("rowcall " + violation.rule() + ": " + violation.title()));
      text.append("::")
          .append(message(Texts.truncate(violation.message(), MAX_MESSAGE)))
          .append('\n');
    }
    if (violations.size() > MAX_PER_KIND) {
      String omitted = NumberText.count(violations.size() - MAX_PER_KIND, "more " + kind);
      text.append("::notice title=rowcall::")
          .append(message(omitted + " than GitHub annotates; see the log for all."))
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
