package io.rowcall.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How many columns a line may have: what was said, what the shell says, or the terminal's. */
final class TerminalWidth {
  /** Where nobody tells: in a file and in a job's log, lines may be longer than on a terminal. */
  static final int USUAL = 120;

  private TerminalWidth() {}

  /**
   * @param shells what {@code COLUMNS} says
   */
  static int of(int said, @Nullable String shells) {
    if (said > 0) {
      return said;
    }
    if (shells != null && shells.matches("[1-9][0-9]{0,5}")) {
      return Integer.parseInt(shells);
    }
    return System.console() == null
        ? USUAL
        : new UsageMessageSpec().width(USUAL).autoWidth(true).width();
  }
}
