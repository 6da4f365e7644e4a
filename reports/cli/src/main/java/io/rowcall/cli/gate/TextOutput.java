package io.rowcall.cli.gate;

/** For people at a terminal: each breach in two lines, the sum at the end. */
final class TextOutput {
  private TextOutput() {}

  static String of(Verdict verdict) {
    var text = new StringBuilder();
    for (Breach breach : verdict.breaches()) {
      text.append(breach.level() == Level.ERROR ? "FAIL  " : "warn  ");
      text.append(Words.oneLine(breach.endpoints()));
      text.append("  [").append(Words.oneLine(breach.name())).append("]\n");
      text.append("    ").append(Words.oneLine(breach.text())).append('\n');
    }
    verdict.notes().forEach(note -> text.append("note: ").append(Words.oneLine(note)).append('\n'));
    return text.append(verdict.passed() ? "passed: " : "failed: ")
        .append(verdict.sum())
        .append(" held to ")
        .append(Words.oneLine(verdict.budget()))
        .append('\n')
        .toString();
  }
}
