package io.rowcall.core.export;

import io.rowcall.boot.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.record.Recorder;
import io.rowcall.core.record.RecordingEngine;
import org.jspecify.annotations.Nullable;

/**
 * Puts the {@link Exporter}, and with it Jackson and SLF4J, off until there is something to export:
 * a JVM without JDBC and HTTP never loads them.
 */
public final class DeferredRecorder implements Recorder {
  private final Config config;
  private volatile @Nullable Recorder exporter;

  public DeferredRecorder(Config config) {
    this.config = config;
  }

  private Recorder exporter() {
    Recorder made = exporter;
    if (made == null) {
      synchronized (this) {
        made = exporter;
        if (made == null) {
          made = new Exporter(config);
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

  @Override
  public void period(RecordingEngine engine) {
    Recorder made = exporter;
    if (made != null) {
      made.period(engine);
    }
  }

  @Override
  public void end(RecordingEngine engine) {
    Recorder made = exporter;
    if (made != null) {
      made.end(engine);
    }
  }
}
