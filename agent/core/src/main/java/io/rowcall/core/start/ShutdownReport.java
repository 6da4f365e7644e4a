package io.rowcall.core.start;

import io.rowcall.core.export.DeferredRecorder;
import io.rowcall.core.record.RecordingEngine;
import java.lang.reflect.Method;

/**
 * Ends the agent when the application has ended: what a server still answers while it drains is in
 * the last report.
 *
 * <p>The JVM runs the application's shutdown hooks side by side, waits for all of them, and then
 * runs what it has registered itself in {@code java.lang.Shutdown}, one after the other. There, the
 * last report has its place: no hook of the application's is waited for by name or by guess, and a
 * JVM without any is not held up. It takes two seconds at the most.
 */
final class ShutdownReport implements Runnable {
  private static final long LIMIT_MILLIS = 2_000;

  /** Places after the application's hooks and the JVM's own, the last one first. */
  private static final int LAST_PLACE = 9;

  private static final int FIRST_PLACE = 3;

  private final RecordingEngine engine;

  private ShutdownReport(RecordingEngine engine) {
    this.engine = engine;
  }

  static void arrange(final RecordingEngine engine, final DeferredRecorder recorder) {
    final ShutdownReport last = new ShutdownReport(engine);
    final boolean comesLast = last.comesLast();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread("rowcall-shutdown") {
              @Override
              public void run() {
                recorder.ending();
                engine.onRequestsWaiting();
                if (!comesLast) {
                  last.run();
                }
              }
            });
  }

  /** False where the JVM does not let us: then it is an ordinary hook beside the others. */
  private boolean comesLast() {
    try {
      Method add =
          Class.forName("java.lang.Shutdown")
              .getDeclaredMethod("add", int.class, boolean.class, Runnable.class);
      add.setAccessible(true);
      for (int place = LAST_PLACE; place >= FIRST_PLACE; place--) {
        try {
          add.invoke(null, place, true, this);
          return true;
        } catch (ReflectiveOperationException taken) {
          continue;
        }
      }
    } catch (ReflectiveOperationException | RuntimeException notHere) {
      return false;
    }
    return false;
  }

  @Override
  public void run() {
    try {
      Thread writer = new Thread(new Writing(engine), "rowcall-last-report");
      writer.setDaemon(true);
      writer.start();
      writer.join(LIMIT_MILLIS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (Throwable noThreadLeft) { // Then there is no memory either: no report is better.
      return;
    }
  }

  private static final class Writing implements Runnable {
    private final RecordingEngine engine;

    Writing(RecordingEngine engine) {
      this.engine = engine;
    }

    @Override
    public void run() {
      try {
        engine.shutdown();
        engine.shutdown(); // What was answered meanwhile; when nothing was, nothing is written.
      } catch (Throwable error) {
        engine.onSuppressed(error);
      }
    }
  }
}
