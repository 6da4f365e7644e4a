package io.rowcall.load.run;

import java.io.PrintStream;
import java.util.Locale;

/** Progress line: the current step, the percentage done, and the time left. */
public final class Progress {

  private final PrintStream out;
  private final boolean terminal = System.console() != null;
  private final long started = System.nanoTime();
  private final double plannedSeconds;
  private double doneSeconds;

  public Progress(PrintStream out, double plannedSeconds) {
    this.out = out;
    this.plannedSeconds = plannedSeconds;
  }

  public void begin(String step) {
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
   * Ends a step.
   *
   * @param seconds planned duration of the step
   */
  public void done(double seconds) {
    doneSeconds += seconds;
  }

  public void end() {
    if (terminal) {
      out.print("\r" + " ".repeat(78) + "\r");
      out.flush();
    }
  }
}
