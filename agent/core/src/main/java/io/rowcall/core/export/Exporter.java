package io.rowcall.core.export;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.record.Recorder;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.format.Report;
import org.jspecify.annotations.Nullable;

/**
 * Decides when what is written: logs at every turn of the agent's thread, the report when the first
 * requests have ended, then after as long as the reports have come by then, at most the interval,
 * and all at the end. So a JVM that is killed after some seconds leaves most of what it did.
 *
 * <p>Nothing that fails here ends more than itself, an {@link Error} neither: it is said once, and
 * tried again at the interval.
 */
final class Exporter implements Recorder {
  /** A service that starts has other things to do; one that is killed early leaves a report. */
  private static final long FIRST_NANOS = 2_000_000_000L;

  /** While the JVM ends: whoever kills it, because it takes too long, leaves no more to miss. */
  private static final long ENDING_NANOS = 1_000_000_000L;

  private final AgentLog messages;
  private final RequestLog requestLog;
  private final SlowLog slowOnes;
  private final Explainer explainer;
  private final RecordingSnapshot trials;
  private final RunInfo identity;
  private final @Nullable ReportFile file;
  private final @Nullable MarkFile mark;
  private final ReportWarmUp rehearsal;
  private final long intervalNanos;
  private long triedAt = System.nanoTime();
  private long firstTriedAt;
  private long suppressed;

  /** Something to write. Set back before the figures are read, so that nothing is missed. */
  private volatile boolean changed;

  private volatile boolean requested;
  private boolean tried;
  private boolean written;
  private boolean lastWritten;
  private boolean failing;
  private volatile boolean ending;

  /**
   * @param ownClasses has every class initialized that is needed to write
   */
  Exporter(Config config, Runnable ownClasses) {
    messages = new AgentLog(config);
    requestLog = new RequestLog(config, messages);
    slowOnes = new SlowLog(config, messages);
    explainer = new Explainer(config, messages);
    trials = new RecordingSnapshot(config);
    identity = RunInfo.of(config);
    String directory = config.text(Setting.REPORT_DIR);
    file =
        directory.isEmpty()
            ? null
            : new ReportFile(directory, identity.filePrefix(), identity.process());
    rehearsal = new ReportWarmUp(ownClasses);
    mark = directory.isEmpty() ? null : new MarkFile(directory);
    intervalNanos = config.nanos(Setting.REPORT_INTERVAL);
  }

  /** Called by whoever adds up, which may be a thread of the application: waits for no write. */
  @Override
  public void finished(Request request, String endpoint) {
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

  /** The JVM begins to end; what it still answers counts, and may be the last that is written. */
  void ending() {
    ending = true;
  }

  /**
   * The first report follows the first requests at once, so that people see that it works; but not
   * the statements of the application's start, which it would slow down.
   */
  @Override
  public synchronized void period(RecordingEngine engine) {
    rehearsal.begin();
    if (engine.suppressedErrors() != suppressed) { // Which a report must tell, if nothing else.
      suppressed = engine.suppressedErrors();
      changed = true;
    }
    requestLog.flush();
    slowOnes.flush();
    long markedAgo = mark == null ? -1 : mark.touchedAgoMillis();
    if (markedAgo >= 0) {
      engine.aggregate().mark(System.nanoTime() - markedAgo * 1_000_000);
    }
    explainer.period(engine, ending);
    if (changed && System.nanoTime() - triedAt >= waitNanos() && rehearsal.hasRoom()) {
      write(engine, false);
    }
  }

  /** How long the next report comes after the one before it, or after the first sign of use. */
  private long waitNanos() {
    if (!tried) {
      return requested ? 0 : Math.min(FIRST_NANOS, intervalNanos);
    }
    if (ending) {
      return Math.min(ENDING_NANOS, intervalNanos);
    }
    return Math.min(Math.max(ENDING_NANOS, triedAt - firstTriedAt), intervalNanos);
  }

  @Override
  public synchronized void end(RecordingEngine engine) {
    requestLog.flush();
    slowOnes.flush();
    if (changed) {
      explainer.end(engine);
    }
    if (changed || (written && !lastWritten)) {
      write(engine, true);
    }
  }

  private void write(RecordingEngine engine, boolean ended) {
    if (file == null) {
      changed = false;
      return;
    }
    triedAt = System.nanoTime();
    if (!tried) {
      firstTriedAt = triedAt;
      tried = true;
    }
    try {
      rehearsal.hold();
      changed = false;
      file.write(report(engine, ended));
      written = true;
      lastWritten = ended;
      failing = false;
    } catch (Throwable notWritten) { // Of an OutOfMemoryError, too, the next interval may be free.
      changed = true;
      if (!failing) {
        failing = true;
        messages.cannotWrite(
            "report", file.toString(), notWritten, "report.dir=<a folder that can be written>");
      }
    }
  }

  private Report report(RecordingEngine engine, boolean ended) {
    Report report = identity.report(ended);
    engine.holdFigures();
    try {
      new ReportBuilder(engine).fill(report);
      explainer.fill(report, engine);
      slowOnes.fill(report);
    } finally {
      engine.releaseFigures();
    }
    report.totals.droppedLogLines = requestLog.dropped() + slowOnes.dropped();
    return report;
  }
}
