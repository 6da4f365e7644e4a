package io.rowcall.cli.gate;

/** For people at a terminal: each breach in two lines, the sum at the end. */
final class TextOutput {
  private TextOutput() {}

  static String of(Verdict verdict) {
    var text = new StringBuilder();
    for (Breach breach : verdict.breaches()) {
      text.append(breach.level() == Level.ERROR ? "FAIL  " : "warn  ").append(breach.about());
      text.append("  [").append(breach.rule());
      text.append(breach.finding() == null ? "" : " " + breach.finding().id).append("]\n");
      text.append("    ").append(breach.text()).append('\n');
    }
    verdict.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.append(verdict.passed() ? "passed: " : "failed: ")
        .append(verdict.sum())
        .append(" held to ")
        .append(verdict.budget())
        .append('\n')
        .toString();
  }
}
