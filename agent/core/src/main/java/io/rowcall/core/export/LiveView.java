package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.live.LiveServer;
import io.rowcall.core.live.LiveSource;
import io.rowcall.core.metrics.Metrics;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Live view of the running JVM, when {@code live.port} is set. Whatever keeps it from starting is
 * one line of the log, and the application goes on.
 */
final class LiveView {
  private final Config config;
  private final AgentLog log;
  private boolean started;

  LiveView(Config config, AgentLog log) {
    this.config = config;
    this.log = log;
    started = config.text(Setting.LIVE_PORT).isEmpty();
  }

  /** Starts the server, once. Called by the agent's thread. */
  void start(RecordingEngine engine, Exporter exporter) {
    if (started) {
      return;
    }
    started = true;
    try {
      String url = LiveServer.start(config, new Source(engine, exporter));
      if (!config.is(Setting.QUIET)) {
        log.onLive(url);
      }
    } catch (IOException | RuntimeException notStarted) {
      log.cannotServe(String.valueOf(notStarted.getMessage()));
    } catch (LinkageError missing) {
      log.cannotServe("this Java runtime has no module jdk.httpserver");
    }
  }

  /** The current report, at most a second old however many ask. */
  static final class Source implements LiveSource {
    private static final long MAX_AGE_NANOS = 1_000_000_000;

    private final RecordingEngine engine;
    private final Exporter exporter;
    private final Metrics metrics = new Metrics();
    private byte @Nullable [] latest;
    private long latestAt;

    Source(RecordingEngine engine, Exporter exporter) {
      this.engine = engine;
      this.exporter = exporter;
    }

    @Override
    public synchronized byte[] report() throws IOException {
      byte[] known = latest;
      if (known == null || System.nanoTime() - latestAt > MAX_AGE_NANOS) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        ReportWriter.write(exporter.report(engine, false), out);
        known = out.toByteArray();
        latest = known;
        latestAt = System.nanoTime();
      }
      return known;
    }

    @Override
    public synchronized void writeMetrics(boolean openMetrics, OutputStream out)
        throws IOException {
      engine.holdFigures();
      try {
        Report report = exporter.report(engine, false);
        metrics.update(report, engine.aggregate());
      } finally {
        engine.releaseFigures();
      }
      metrics.write(openMetrics, out);
    }
  }
}
