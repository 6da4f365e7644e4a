package io.rowcall.text;

import io.rowcall.format.SingleLine;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes text from reports safe to print on a terminal or in a build log. */
public final class TerminalText {
  private static final Pattern COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");

  private TerminalText() {}

  /**
   * The text on one line, without invisible characters and without anything that a terminal or a
   * build server would execute: GitHub treats {@code ::error::} as a command after any leading
   * blanks, and TeamCity and Azure treat {@code ##teamcity[} and {@code ##[error]} as one anywhere
   * in a line.
   */
  public static String line(String text) {
    String line = SingleLine.of(text);
    if (line.contains("##")) {
      line = COMMAND.matcher(line).replaceAll("# #");
    }
    return line.startsWith("::", leadingBlanks(line)) ? line.replaceFirst("::", ": :") : line;
  }

  private static int leadingBlanks(String line) {
    int blanks = 0;
    while (blanks < line.length()
        && (Character.isWhitespace(line.charAt(blanks))
            || Character.isSpaceChar(line.charAt(blanks)))) {
      blanks++;
    }
    return blanks;
  }

  /** Two decimals below 10, none above. */
  public static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  /**
   * {@code 93.5 %}.
   *
   * @param ratio from 0 to 1
   */
  public static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
  }
}
