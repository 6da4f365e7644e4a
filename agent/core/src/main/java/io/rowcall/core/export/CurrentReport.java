package io.rowcall.core.export;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.rowcall.core.jmx.TotalsSource;
import io.rowcall.core.live.LiveSource;
import io.rowcall.core.metrics.Metrics;
import io.rowcall.core.otlp.OtlpSource;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.Totals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The report of the running JVM, at most a second old, however many ask for it. Any thread. */
final class CurrentReport implements LiveSource, TotalsSource, OtlpSource {
  private static final long MAX_AGE_NANOS = 1_000_000_000;

  private final RecordingEngine engine;
  private final Exporter exporter;
  private final AgentLog log;
  private @Nullable Metrics metrics;
  private @Nullable Report latest;
  private byte @Nullable [] text;
  private long latestAt;

  CurrentReport(RecordingEngine engine, Exporter exporter, AgentLog log) {
    this.engine = engine;
    this.exporter = exporter;
    this.log = log;
  }

  @Override
  public synchronized Report report() {
    Report known = latest;
    if (known == null || System.nanoTime() - latestAt > MAX_AGE_NANOS) {
      known = exporter.report(engine, false);
      latest = known;
      latestAt = System.nanoTime();
      text = null;
    }
    return known;
  }

  @Override
  public Totals totals() {
    return report().totals;
  }

  @Override
  public synchronized byte[] json() throws IOException {
    Report report = report();
    byte[] known = text;
    if (known == null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
      ReportWriter.write(report, out);
      known = out.toByteArray();
      text = known;
    }
    return known;
  }

  @Override
  public synchronized void writeMetrics(boolean openMetrics, OutputStream out) throws IOException {
    updated().write(openMetrics, out);
  }

  @Override
  public synchronized MetricSnapshots metrics() {
    return updated().snapshots();
  }

  /** Builds a report of its own: its totals and the aggregate's histograms must be of one time. */
  private Metrics updated() {
    Metrics known = metrics;
    if (known == null) {
      known = new Metrics();
      metrics = known;
    }
    engine.holdFigures();
    try {
      known.update(exporter.report(engine, false), engine.aggregate());
    } finally {
      engine.releaseFigures();
    }
    return known;
  }

  @Override
  public void onFailure(Throwable why) {
    log.cannotSend(why);
  }
}
