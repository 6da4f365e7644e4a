package io.rowcall.cli.gate;

/** For people at a terminal: each breach in two lines, the sum at the end. */
final class TextOutput {
  private TextOutput() {}

  static String of(GateResult verdict) {
    var text = new StringBuilder();
    for (Violation breach : verdict.breaches()) {
      text.append(breach.level() == Level.ERROR ? "FAIL  " : "warn  ");
      text.append(Texts.oneLine(breach.endpoints()));
      text.append("  [").append(Texts.oneLine(breach.name())).append("]\n");
      text.append("    ").append(Texts.oneLine(breach.text())).append('\n');
    }
    verdict.notes().forEach(note -> text.append("note: ").append(Texts.oneLine(note)).append('\n'));
    return text.append(verdict.passed() ? "passed: " : "failed: ")
        .append(verdict.sum())
        .append(" held to ")
        .append(Texts.oneLine(verdict.budget()))
        .append('\n')
        .toString();
  }
}
