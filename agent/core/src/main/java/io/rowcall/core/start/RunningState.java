package io.rowcall.core.start;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.core.config.Config;
import io.rowcall.core.export.SetupReport;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.format.SingleLine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code --check <pid>} prints of an agent that counts: figures, problems, configuration. */
final class RunningState {
  private RunningState() {}

  /**
   * @param late whether the agent was attached to the running JVM
   */
  static String text(@Nullable Config config, boolean late) {
    StringBuilder text = new StringBuilder(4096);
    text.append("State      counting");
    Engine current = Engine.current();
    RecordingEngine engine =
        current instanceof PrivilegedEngine ? ((PrivilegedEngine) current).recording() : null;
    String problem = null;
    if (engine != null) {
      engine.holdFigures();
      try {
        text.append(
            String.format(
                Locale.ROOT,
                ": %,d requests, %,d in flight; %,d executions, %,d of them outside of requests",
                engine.aggregate().requests,
                RequestQueue.openRequests(),
                engine.aggregate().executions + RequestQueue.openExecutions(),
                engine.aggregate().unattributedExecutions));
      } finally {
        engine.releaseFigures();
      }
      problem = SetupReport.problem(engine, true);
    }
    text.append(late ? "; attached to the running JVM: what it did before is not counted\n" : "\n");
    if (problem != null) {
      text.append("Problem    ").append(SingleLine.of(problem)).append('\n');
    }
    if (config != null) {
      CheckReport.append(text, config);
    }
    return text.toString();
  }
}
