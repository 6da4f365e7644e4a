package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.record.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Runs requests through the hooks, and reads the figures of the live view. */
public final class LiveFigures {
  private LiveFigures() {}

  /** Writes the metrics after some work. */
  public static void writeMetrics(
      Config config, Consumer<Script> work, boolean openMetrics, OutputStream out)
      throws IOException {
    var script = new Script(config, new DeferredRecorder(config));
    work.accept(script);
    var engine = script.engine();
    script.figures();
    new CurrentReport(engine, new Exporter(config, () -> {}), new AgentLog(config))
        .writeMetrics(openMetrics, out);
  }
}
