package io.rowcall.cli;

import io.rowcall.text.TextStyle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Emphasis with ANSI escape codes, where picocli allows them: on a terminal, without NO_COLOR. */
final class AnsiStyle implements TextStyle {
  private final Ansi ansi;

  private AnsiStyle(Ansi ansi) {
    this.ansi = ansi;
  }

  static AnsiStyle of(CommandLine commandLine) {
    return new AnsiStyle(commandLine.getColorScheme().ansi());
  }

  @Override
  public String heading(String text) {
    return ansi.string("@|bold " + escape(text) + "|@");
  }

  @Override
  public String warning(String text) {
    return ansi.string("@|yellow " + escape(text) + "|@");
  }

  /** Text from a report may contain picocli's markup. */
  private static String escape(String text) {
    return text.replace("@|", "@ |").replace("|@", "| @");
  }
}
