package io.rowcall.boot.context;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Unit of work of the main thread: what {@code main} executes outside of every other unit, with the
 * tasks that follow from it. It begins with the first execution of that thread.
 *
 * <p><b>Batch or service.</b> Whether {@code main} was a job is known only at the end. The first
 * request, message or test shows that it was the start of a service: then everything that the main
 * thread has executed, and will execute, is unattributed, as migrations at a start are. Otherwise
 * it is a job if {@code main} has returned, thrown, or called {@code System.exit} when the JVM
 * ends. A {@code main} that still runs then is a loop that somebody has stopped; what it executed
 * is unattributed.
 *
 * <p><b>Threads.</b> The main thread works in a branch, like any other thread of a request, so that
 * another thread can end the unit at any time. No lock.
 */
public final class MainJob {
  private static final String KIND = "JOB";

  private static final AtomicReference<@Nullable Request> OPEN =
      new AtomicReference<@Nullable Request>();

  /** The main thread, once it has executed something. */
  private static volatile @Nullable Thread main;

  /** Whether this is known to be a service, or at its end; also before the agent has started. */
  private static volatile boolean decided = true;

  /** When the main thread has ended; 0 while it runs. */
  private static volatile long endedNanos;

  private MainJob() {}

  /** From here on, executions of the main thread are recorded. Once, before anything is woven. */
  public static void start() {
    OPEN.set(null);
    endedNanos = 0;
    decided = false;
  }

  /**
   * Makes the main thread, which works for no request, work for this unit.
   *
   * @return the branch to log into; null if there is no such unit
   */
  public static @Nullable Request enter(ThreadState thread) {
    Engine engine = Engine.current();
    if (decided || engine == null) {
      return null;
    }
    Request unit = OPEN.get();
    if (unit == null) {
      unit = begin(engine, thread.executionStartNanos);
    }
    if (unit == null) {
      return null;
    }
    Request branch = thread.enterBranch(unit.context());
    thread.mainBranch = branch;
    return branch;
  }

  private static @Nullable Request begin(Engine engine, long startNanos) {
    Request unit = RequestQueue.acquire();
    String name = engine.mainName();
    unit.begin(KIND, name);
    unit.route = name;
    unit.startNanos = startNanos;
    unit.streaming = true; // Nobody waits for it: it is never slow.
    unit.job.begin(true);
    unit.context();
    main = Thread.currentThread();
    OPEN.set(unit);
    if (decided && OPEN.compareAndSet(unit, null)) {
      RequestQueue.release(unit);
      return null;
    }
    return unit;
  }

  /** A request, a message or a test begins: this is a service. */
  public static void onService() {
    if (!decided) {
      decided = true;
      disown(OPEN.getAndSet(null));
    }
  }

  private static void disown(@Nullable Request unit) {
    if (unit != null) {
      unit.context().disown();
      Thread thread = main;
      unit.unattributed = true;
      unit.thread = thread == null ? null : thread.getName();
      unit.endNanos = System.nanoTime();
      RequestQueue.finish(unit);
    }
  }

  /** A thread ends. */
  public static void onExit() {
    if (Thread.currentThread() == main) {
      endedNanos = System.nanoTime();
    }
  }

  /** Whether the unit is open, so that reports have to say what it has executed so far. */
  public static boolean isOpen() {
    return OPEN.get() != null;
  }

  /** The main thread, while its unit is open; null otherwise, and once it has ended. */
  public static @Nullable Thread thread() {
    return isOpen() && endedNanos == 0 ? main : null;
  }

  /**
   * The JVM ends.
   *
   * @param exits whether the main thread is the one that ends it
   */
  public static void onShutdown(boolean exits) {
    decided = true;
    Request unit = OPEN.getAndSet(null);
    long ended = endedNanos;
    if (unit == null) {
      return;
    }
    if (ended == 0 && !exits) {
      disown(unit);
    } else {
      unit.endNanos = ended == 0 ? System.nanoTime() : ended;
      RequestQueue.finish(unit);
    }
  }
}
