package io.rowcall.core.live;

import io.rowcall.boot.context.ThreadState;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads of the live server: daemons, which never delay the end of the JVM, and few. Each request
 * has a deadline, after which its thread is interrupted; that closes its connection, so that a
 * client which sends or reads slowly occupies no thread for longer. Beyond a short queue,
 * connections are rejected.
 */
final class LiveThreads extends ThreadPoolExecutor {
  private static final int THREADS = 4;
  private static final int QUEUED = 16;
  private static final long IDLE_SECONDS = 30;

  private final long deadlineMillis;
  private final ScheduledThreadPoolExecutor clock;
  private final ThreadLocal<@Nullable Deadline> deadlines = new ThreadLocal<@Nullable Deadline>();

  LiveThreads(long deadlineMillis) {
    super(
        THREADS,
        THREADS,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<Runnable>(QUEUED),
        new Daemons("rowcall-live"));
    this.deadlineMillis = deadlineMillis;
    allowCoreThreadTimeOut(true);
    clock = new ScheduledThreadPoolExecutor(1, new Daemons("rowcall-live-deadline"));
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    Deadline deadline = new Deadline(thread);
    deadline.scheduled = clock.schedule(deadline, deadlineMillis, TimeUnit.MILLISECONDS);
    deadlines.set(deadline);
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    Deadline deadline = deadlines.get();
    if (deadline != null) {
      deadlines.remove();
      deadline.onDone();
    }
  }

  /** Interrupts the thread of a request that takes too long. */
  private static final class Deadline implements Runnable {
    private final Thread thread;
    @Nullable ScheduledFuture<?> scheduled;
    private boolean done;

    Deadline(Thread thread) {
      this.thread = thread;
    }

    @Override
    public synchronized void run() {
      if (!done) {
        thread.interrupt();
      }
    }

    /** Called by the thread, which may serve another request next. */
    synchronized void onDone() {
      done = true;
      if (scheduled != null) {
        scheduled.cancel(false);
      }
      if (Thread.interrupted()) {
        return; // The deadline has passed, and the connection is closed.
      }
    }
  }

  /** Creates daemons that the agent does not count as servers of the application. */
  private static final class Daemons implements ThreadFactory {
    private final String name;

    Daemons(String name) {
      this.name = name;
    }

    @Override
    public Thread newThread(final Runnable work) {
      Thread thread =
          new Thread(
              null,
              new Runnable() {
                @Override
                public void run() {
                  ThreadState.current().ownedByAgent = true;
                  work.run();
                }
              },
              name);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      return thread;
    }
  }
}
