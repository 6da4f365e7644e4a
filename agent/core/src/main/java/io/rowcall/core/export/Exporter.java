package io.rowcall.core.export;

import io.rowcall.boot.context.MainJob;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.Checks;
import io.rowcall.core.jfr.FlightEvents;
import io.rowcall.core.record.Recorder;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.format.Report;
import org.jspecify.annotations.Nullable;

/**
 * Schedules the output. Logs are written in every period of the agent's thread. The first report
 * follows the first requests; the next ones come at doubling intervals, up to the configured one,
 * and a last one at the end. So a JVM that is killed after some seconds leaves most of its figures.
 *
 * <p>A failure, {@link Error}s included, is logged once and tried again after the interval.
 */
final class Exporter implements Recorder {
  /** Delay of a first report without requests: a starting service is busy, but may be killed. */
  private static final long FIRST_NANOS = 2_000_000_000L;

  /** Interval while the JVM ends: it may be killed if it takes too long. */
  private static final long ENDING_NANOS = 1_000_000_000L;

  /** How late a period of the agent's thread may begin. */
  private static final long PERIOD_NANOS = 100_000_000L;

  private final AgentLog log;
  private final RequestLog requestLog;
  private final SlowLog slowLog;
  private final Explainer explainer;
  private final Checks checks;
  private final RecordingSnapshot snapshot;
  private final RunInfo runInfo;
  private final @Nullable ReportFile file;
  private final @Nullable MarkFile mark;
  private final LiveView live;
  private final FlightEvents flight = new FlightEvents();
  private final ReportWarmUp warmUp;
  private final long intervalNanos;
  private long triedAt = System.nanoTime();
  private long firstTriedAt;
  private long writeNanos;
  private long suppressed;

  /** Whether there is something to write. Reset before the figures are read: nothing is missed. */
  private volatile boolean changed;

  private volatile boolean requested;
  private long openExecutions;
  private boolean early;
  private boolean tried;
  private boolean written;
  private boolean lastWritten;
  private boolean failing;
  private volatile boolean ending;

  /**
   * @param ownClasses initializes every class that writing needs
   */
  Exporter(Config config, Runnable ownClasses) {
    log = new AgentLog(config);
    requestLog = new RequestLog(config, log);
    slowLog = new SlowLog(config, log);
    explainer = new Explainer(config, log);
    checks = new Checks(config);
    snapshot = new RecordingSnapshot(checks);
    runInfo = RunInfo.of(config);
    String directory = config.text(Setting.REPORT_DIR);
    file =
        directory.isEmpty()
            ? null
            : new ReportFile(directory, runInfo.filePrefix(), runInfo.process());
    warmUp = new ReportWarmUp(ownClasses);
    mark = directory.isEmpty() ? null : new MarkFile(directory);
    live = new LiveView(config, log);
    intervalNanos = config.nanos(Setting.REPORT_INTERVAL);
  }

  /** May be called by a thread of the application, so it never waits for a write. */
  @Override
  public void finished(Request request, String endpoint) {
    changed = true;
    requested |= !request.unattributed;
    requestLog.add(request, endpoint);
    slowLog.add(request, endpoint);
    flight.add(request, endpoint);
  }

  @Override
  public Object figures(Request request, String endpoint, RecordingEngine engine) {
    return snapshot.create(request, endpoint, engine);
  }

  @Override
  public void firstSuppressed(Throwable error) {
    log.fault(error);
  }

  /**
   * Called when the JVM starts to shut down: its last requests count, and each report may be the
   * last.
   */
  void ending() {
    ending = true;
  }

  /**
   * Writes what is due. The first report follows the first requests at once, so that people see
   * that the agent works; statements at the application's start wait, so as not to slow it down.
   */
  @Override
  public synchronized void period(RecordingEngine engine) {
    if (engine.suppressedErrors() != suppressed) { // The report must include it.
      suppressed = engine.suppressedErrors();
      changed = true;
    }
    if (MainJob.isOpen()) { // It may end much later, or never.
      long open = RequestQueue.openExecutions();
      changed |= open != openExecutions;
      openExecutions = open;
    }
    writeEarly(engine);
    warmUp.begin();
    requestLog.flush();
    slowLog.flush();
    live.start(engine, this);
    findingEvents(engine);
    long markedAgo = mark == null ? -1 : mark.touchedAgoMillis();
    if (markedAgo >= 0) {
      engine.aggregate().mark(System.nanoTime() - markedAgo * 1_000_000);
    }
    explainer.period(engine, ending);
    if (changed && System.nanoTime() - triedAt >= waitNanos() && warmUp.hasRoom()) {
      write(engine, false);
    }
  }

  /** Once, before anything else: a failure is repeated, and said, with the first full report. */
  private void writeEarly(RecordingEngine engine) {
    if (early || file == null || !changed) {
      return;
    }
    early = true;
    try {
      file.write(EarlyReport.text(runInfo.newReport(false), engine));
      written = true;
    } catch (Throwable notWritten) {
      return;
    }
  }

  private void findingEvents(RecordingEngine engine) {
    engine.holdFigures();
    try {
      flight.period(engine.aggregate());
    } finally {
      engine.releaseFigures();
    }
  }

  /** Time from the previous report, or from the first sign of use, to the next report. */
  private long waitNanos() {
    if (!tried) {
      return requested ? 0 : Math.min(FIRST_NANOS, intervalNanos);
    }
    if (ending) {
      return Math.min(ENDING_NANOS, intervalNanos);
    }
    return Math.min(Math.max(ENDING_NANOS, triedAt - firstTriedAt), fullWaitNanos());
  }

  /** A bit less than the interval: when the next report is there, the last one is no older. */
  private long fullWaitNanos() {
    return intervalNanos - Math.min(writeNanos + PERIOD_NANOS, intervalNanos / 2);
  }

  @Override
  public synchronized void end(RecordingEngine engine) {
    requestLog.flush();
    slowLog.flush();
    findingEvents(engine);
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
      warmUp.complete();
      changed = false;
      file.write(report(engine, ended));
      writeNanos = System.nanoTime() - triedAt;
      written = true;
      lastWritten = ended;
      failing = false;
    } catch (Throwable notWritten) { // After an OutOfMemoryError, the next attempt may succeed.
      changed = true;
      if (!failing) {
        failing = true;
        log.cannotWrite(
            "report", file.toString(), notWritten, "report.dir=<a folder that can be written>");
      }
    }
  }

  /** The current report. Any thread. */
  Report report(RecordingEngine engine, boolean ended) {
    Report report = runInfo.newReport(ended);
    engine.holdFigures();
    try {
      new ReportBuilder(engine).fill(report, checks, explainer.tableScans(engine.aggregate()));
      slowLog.fill(report);
    } finally {
      engine.releaseFigures();
    }
    report.run.setupProblem = SetupReport.problem(engine, ended);
    report.totals.droppedLogLines = requestLog.dropped() + slowLog.dropped();
    return report;
  }
}
