package io.rowcall.core.export;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.record.Recorder;
import io.rowcall.core.record.RecordingEngine;
import org.jspecify.annotations.Nullable;

/**
 * Puts the {@link Exporter}, and with it SLF4J, off until the agent's thread has its first turn,
 * with the first statement or request: a JVM without JDBC and HTTP never loads them, and one that
 * runs out of memory later has them.
 */
public final class DeferredRecorder implements Recorder {
  private final Config config;
  private final Runnable ownClasses;
  private volatile @Nullable Exporter exporter;

  /** For where memory is no question. */
  public DeferredRecorder(Config config) {
    this(
        config,
        new Runnable() {
          @Override
          public void run() {}
        });
  }

  /**
   * @param ownClasses has every class of the agent initialized that counts or writes
   */
  public DeferredRecorder(Config config, Runnable ownClasses) {
    this.config = config;
    this.ownClasses = ownClasses;
  }

  private Exporter exporter() {
    Exporter made = exporter;
    if (made == null) {
      synchronized (this) {
        made = exporter;
        if (made == null) {
          made = new Exporter(config, ownClasses);
          exporter = made;
        }
      }
    }
    return made;
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

  /** The JVM begins to end. */
  public void ending() {
    Exporter made = exporter;
    if (made != null) {
      made.ending();
    }
  }

  /** An interrupt of the agent's thread, which only somebody else's code sends, ends no writing. */
  @Override
  public void period(RecordingEngine engine) {
    if (Thread.interrupted()) {
      return; // It has woken the thread, no more.
    }
    exporter().period(engine);
  }

  @Override
  public void end(RecordingEngine engine) {
    Exporter made = exporter;
    if (made != null) {
      made.end(engine);
    }
  }
}
