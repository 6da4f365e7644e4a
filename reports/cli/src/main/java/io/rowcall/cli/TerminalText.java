package io.rowcall.cli;

import io.rowcall.format.SingleLine;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of a report as a terminal may have it. */
public final class TerminalText {
  private static final Pattern COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");

  private TerminalText() {}

  /**
   * In one line, without anything that is not seen, and nothing that a terminal or the log of a
   * build server would obey: GitHub takes {@code ::error::} for a command, whatever blanks stand
   * before it, and {@code ##[error]} or {@code ##teamcity[} are commands anywhere in a line.
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

  public static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  public static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
  }

  /** Of JVMs whose report is not their last word. */
  public static String notEnded(long jvms) {
    return count(jvms, "JVM", "JVMs")
        + " had not ended when the report was written: killed, or running still";
  }

  public static String count(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }
}
