package io.rowcall.core.export;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.record.Recorder;
import io.rowcall.core.record.RecordingEngine;
import org.jspecify.annotations.Nullable;

/**
 * Defers the creation of the {@link Exporter}, and the loading of its logger, to the first
 * statement or request. A JVM without JDBC and HTTP never loads them; one that runs out of memory
 * later has them.
 */
public final class DeferredRecorder implements Recorder {
  private final Config config;
  private final Runnable ownClasses;
  private volatile @Nullable Exporter exporter;

  /** A recorder that initializes no classes early. */
  public DeferredRecorder(Config config) {
    this(
        config,
        new Runnable() {
          @Override
          public void run() {}
        });
  }

  /**
   * @param ownClasses initializes every class of the agent that counts or writes
   */
  public DeferredRecorder(Config config, Runnable ownClasses) {
    this.config = config;
    this.ownClasses = ownClasses;
  }

  private Exporter exporter() {
    Exporter created = exporter;
    if (created == null) {
      synchronized (this) {
        created = exporter;
        if (created == null) {
          created = new Exporter(config, ownClasses);
          exporter = created;
        }
      }
    }
    return created;
  }

  @Override
  public void finished(Request request, String endpoint) {
    exporter().finished(request, endpoint);
  }

  @Override
  public Object figures(Request request, String endpoint, RecordingEngine engine) {
    return exporter().figures(request, endpoint, engine);
  }

  @Override
  public void firstSuppressed(Throwable error) {
    exporter().firstSuppressed(error);
  }

  /** Called when the JVM starts to shut down. */
  public void ending() {
    Exporter created = exporter;
    if (created != null) {
      created.ending();
    }
  }

  /** Ignores an interrupt of the agent's thread, which can only come from foreign code. */
  @Override
  public void period(RecordingEngine engine) {
    if (Thread.interrupted()) {
      return; // The interrupt has woken the thread; nothing is due.
    }
    exporter().period(engine);
  }

  @Override
  public void end(RecordingEngine engine) {
    Exporter created = exporter;
    if (created != null) {
      created.end(engine);
    }
  }

  /** Called after the last report: logs why there are no requests, or what was not counted. */
  public void ended(RecordingEngine engine) {
    String problem = SetupReport.problem(engine, true);
    if (problem != null) {
      new AgentLog(config).setupProblem(problem);
    }
  }
}
