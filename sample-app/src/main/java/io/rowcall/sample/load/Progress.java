package io.rowcall.sample.load;

import java.io.PrintStream;
import java.util.Locale;

/** One line that says what runs now, how far it is, and how long it will still take. */
final class Progress {

  private final PrintStream out;
  private final boolean terminal = System.console() != null;
  private final long started = System.nanoTime();
  private final double plannedSeconds;
  private double doneSeconds;

  Progress(PrintStream out, double plannedSeconds) {
    this.out = out;
    this.plannedSeconds = plannedSeconds;
  }

  void begin(String step) {
    double elapsed = (System.nanoTime() - started) / 1e9;
    double left = Math.max(0, plannedSeconds - doneSeconds);
    double pace = doneSeconds > 0 ? elapsed / doneSeconds : 1;
    String line =
        String.format(
            Locale.ROOT,
            "[%3.0f %%] %-44s about %.0f s left",
            100 * doneSeconds / plannedSeconds,
            step,
            left * pace);
    if (terminal) {
      out.print(String.format(Locale.ROOT, "\r%-78s", line));
      out.flush();
    } else {
      out.println(line);
    }
  }

  /**
   * @param seconds how long the step was planned to take
   */
  void done(double seconds) {
    doneSeconds += seconds;
  }

  void end() {
    if (terminal) {
      out.print("\r" + " ".repeat(78) + "\r");
      out.flush();
    }
  }
}
