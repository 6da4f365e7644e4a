package io.rowcall.core.start;

import io.rowcall.core.export.DeferredRecorder;
import io.rowcall.core.record.RecordingEngine;
import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Writes the last report after the application's shutdown hooks, so that it includes requests that
 * a server completes while it drains.
 *
 * <p>The JVM runs the application's shutdown hooks concurrently, waits for all of them, and then
 * runs its own hooks of {@code java.lang.Shutdown} in sequence. The last report is one of these: it
 * need not guess which hooks to wait for, and a JVM without hooks is not delayed. It takes at most
 * two seconds.
 */
final class ShutdownReport implements Runnable {
  private static final long LIMIT_MILLIS = 2_000;

  /** Slots of java.lang.Shutdown behind those of the JVM, tried in descending order. */
  private static final int LAST_SLOT = 9;

  private static final int FIRST_SLOT = 3;

  private final RecordingEngine engine;
  private final DeferredRecorder recorder;

  private ShutdownReport(RecordingEngine engine, DeferredRecorder recorder) {
    this.engine = engine;
    this.recorder = recorder;
  }

  static void register(final RecordingEngine engine, final DeferredRecorder recorder) {
    final ShutdownReport lastReport = new ShutdownReport(engine, recorder);
    final boolean runsAfterHooks = lastReport.registerAfterHooks();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread("rowcall-shutdown") {
              @Override
              public void run() {
                recorder.ending();
                engine.onRequestsWaiting();
                if (!runsAfterHooks) {
                  lastReport.run();
                }
              }
            });
  }

  /** False if the JVM denies access. Then the report is written by an ordinary hook. */
  private boolean registerAfterHooks() {
    try {
      Method add =
          Class.forName("java.lang.Shutdown")
              .getDeclaredMethod("add", int.class, boolean.class, Runnable.class);
      add.setAccessible(true);
      for (int slot = LAST_SLOT; slot >= FIRST_SLOT; slot--) {
        try {
          add.invoke(null, slot, true, this);
          return true;
        } catch (ReflectiveOperationException taken) {
          continue;
        }
      }
    } catch (ReflectiveOperationException | RuntimeException denied) {
      return false;
    }
    return false;
  }

  @Override
  public void run() {
    try {
      Thread thread = newThread(new Writer(engine, recorder));
      thread.setDaemon(true);
      thread.start();
      thread.join(LIMIT_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Throwable noThread) { // No memory for a thread, so none for a report.
      return;
    }
  }

  /** A thread with the agent's permissions, not with those of the code that ends the JVM. */
  private static Thread newThread(final Runnable writer) {
    return AccessController.doPrivileged(
        new PrivilegedAction<Thread>() {
          @Override
          public Thread run() {
            return new Thread(writer, "rowcall-last-report");
          }
        });
  }

  private static final class Writer implements Runnable {
    private final RecordingEngine engine;
    private final DeferredRecorder recorder;

    Writer(RecordingEngine engine, DeferredRecorder recorder) {
      this.engine = engine;
      this.recorder = recorder;
    }

    @Override
    public void run() {
      try {
        engine.shutdown();
        engine.shutdown(); // Requests completed meanwhile. Without any, nothing is written.
        recorder.ended(engine);
      } catch (Throwable error) {
        engine.onSuppressed(error);
      }
    }
  }
}
