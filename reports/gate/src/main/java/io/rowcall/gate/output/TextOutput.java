package io.rowcall.gate.output;

import io.rowcall.gate.GateResult;
import io.rowcall.gate.Level;
import io.rowcall.gate.Violation;
import io.rowcall.text.TerminalText;

/** Plain text for terminals and logs: two lines per violation, and a summary at the end. */
final class TextOutput {
  private TextOutput() {}

  static String render(GateResult result) {
    var text = new StringBuilder();
    for (Violation violation : result.violations()) {
      text.append(violation.level() == Level.ERROR ? "FAIL  " : "warn  ");
      text.append(line(violation.title()));
      text.append("  [").append(line(violation.ruleAndFinding())).append("]\n");
      text.append("    ").append(line(violation.message())).append('\n');
    }
    result.notes().forEach(note -> text.append("note: ").append(line(note)).append('\n'));
    return text.append(result.passed() ? "passed: " : "failed: ")
        .append(result.summary())
        .append("; budget: ")
        .append(line(result.budget()))
        .append('\n')
        .toString();
  }

  /** Text from a report must not be able to forge a line or a command of a build log. */
  private static String line(String text) {
    return TerminalText.line(text).strip();
  }
}
