package io.rowcall.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Line width: the option, else the shell's {@code COLUMNS}, else the terminal's. */
final class TerminalWidth {
  /** Used for files and build logs, where lines may be longer than on a terminal. */
  static final int DEFAULT = 120;

  private TerminalWidth() {}

  /**
   * The width to use.
   *
   * @param option value of {@code --width}; 0 if it is absent
   * @param columns value of {@code COLUMNS}
   */
  static int of(int option, @Nullable String columns) {
    if (option > 0) {
      return option;
    }
    if (columns != null && columns.matches("[1-9][0-9]{0,5}")) {
      return Integer.parseInt(columns);
    }
    return System.console() == null
        ? DEFAULT
        : new UsageMessageSpec().width(DEFAULT).autoWidth(true).width();
  }
}
