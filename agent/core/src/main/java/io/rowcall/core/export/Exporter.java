package io.rowcall.core.export;

import io.rowcall.boot.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;
import io.rowcall.core.record.Recorder;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.format.Report;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Decides when what is written: logs at every turn of the agent's thread, the report at every
 * interval in which something happened, and both at the end.
 */
final class Exporter implements Recorder {
  private final Messages messages;
  private final RequestLog requestLog;
  private final SlowOnes slowOnes;
  private final Explainer explainer;
  private final TrialFigures trials;
  private final Identity identity;
  private final @Nullable ReportFile file;
  private final @Nullable MarkFile mark;
  private final long intervalNanos;
  private long writtenAt = System.nanoTime();
  private boolean changed;
  private boolean requested;
  private boolean written;
  private boolean failing;

  Exporter(Config config) {
    messages = new Messages(config);
    requestLog = new RequestLog(config, messages);
    slowOnes = new SlowOnes(config, messages);
    explainer = new Explainer(config, messages);
    trials = new TrialFigures(config);
    identity = Identity.of(config);
    String directory = config.text(Key.REPORT_DIR);
    file = directory.isEmpty() ? null : new ReportFile(directory, identity.fileName());
    mark = directory.isEmpty() ? null : new MarkFile(directory);
    intervalNanos = config.nanos(Key.REPORT_INTERVAL);
  }

  @Override
  public synchronized void finished(Request request, String endpoint) {
    changed = true;
    requested |= !request.unattributed;
    requestLog.add(request, endpoint);
    slowOnes.add(request, endpoint);
  }

  @Override
  public Object figures(Request request, String endpoint, RecordingEngine engine) {
    return trials.of(request, endpoint, engine);
  }

  @Override
  public void firstSuppressed(Throwable error) {
    messages.fault(error);
  }

  /**
   * The first report follows the first requests at once, so that people see that it works; but not
   * the statements of the application's start, which it would slow down.
   */
  @Override
  public synchronized void period(RecordingEngine engine) {
    requestLog.flush();
    slowOnes.flush();
    explainer.period(engine);
    long markedAgo = mark == null ? -1 : mark.touchedAgoMillis();
    if (markedAgo >= 0) {
      engine.aggregate().mark(System.nanoTime() - markedAgo * 1_000_000);
    }
    long now = System.nanoTime();
    if (changed && ((requested && !written) || now - writtenAt >= intervalNanos)) {
      write(engine);
      writtenAt = now;
    }
  }

  @Override
  public synchronized void end(RecordingEngine engine) {
    requestLog.flush();
    slowOnes.flush();
    if (changed) {
      explainer.end(engine);
      write(engine);
    }
  }

  private void write(RecordingEngine engine) {
    if (file == null) {
      changed = false;
      return;
    }
    Report report = identity.report();
    synchronized (engine.aggregate()) {
      new ReportBuilder(engine).fill(report);
      explainer.fill(report, engine);
    }
    slowOnes.fill(report);
    report.totals.droppedLogLines = requestLog.dropped() + slowOnes.dropped();
    try {
      file.write(report);
      changed = false;
      written = true;
      failing = false;
    } catch (IOException | RuntimeException notWritten) {
      if (!failing) {
        messages.cannotWrite(
            "report", file.toString(), notWritten, "report.dir=<a folder that can be written>");
      }
      failing = true;
      written = true;
    }
  }
}
