package io.rowcall.boot;

import io.rowcall.boot.context.MainJob;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.OpenPolls;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.state.WeakIdentityMap;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of jobs and consumers: units of work that are no HTTP request, such as one run of a
 * periodic task, or the handling of one message.
 *
 * <p><b>Nesting.</b> The outermost unit wins. A job method that runs within a request, or within a
 * task of one, belongs to that request. A periodic run that has executed nothing yet takes the name
 * of the first job inside it, because a scheduler wraps the task that it was given.
 *
 * <p><b>Empty runs.</b> A run that touches neither a database nor a cache nor a pool, and does not
 * fail, is not counted: every service has dozens of housekeeping tasks.
 *
 * <p><b>Threads:</b> the one that runs the job. No lock.
 */
public final class JobHooks {
  /** Kind of a run of the application's own code. */
  public static final String JOB = "JOB";

  /** Kind of the records of one poll. */
  public static final String KAFKA = "KAFKA";

  /** Kind of a handled JMS message. */
  public static final String JMS = "JMS";

  /** Kind of a handled delivery of RabbitMQ. */
  public static final String RABBIT = "RABBIT";

  /** Kind of a chunk of a batch. */
  public static final String BATCH = "BATCH";

  /** Name of a temporary destination, whose own name is random. */
  public static final String UNKNOWN = "(unnamed)";

  /** What brokers and clients put before the random part of a queue's name. */
  private static final String GENERATED = ".gen-";

  /** Names of tasks and of the consumers of queues, by object. */
  private static final WeakIdentityMap<String> NAMES = WeakIdentityMap.refusing();

  private static final String UNNAMED = "";

  private JobHooks() {}

  // ---- Jobs and messages ----

  /**
   * Begins a unit of work, unless this thread works for one already.
   *
   * @param kind the first word of its name, such as {@link #JOB}
   * @param name the rest of its name; null begins none
   * @return the value to pass to {@link #leave}; null when this is a part of another unit
   */
  public static @Nullable Request enter(String kind, @Nullable String name) {
    return enter(kind, name, false);
  }

  private static @Nullable Request enter(
      String kind, @Nullable String name, boolean isProvisional) {
    if (name == null || Engine.current() == null) {
      return null;
    }
    ThreadState thread = ThreadState.current();
    Request current = thread.request;
    if (current == null || !isPartOf(current)) {
      return begin(thread, kind, name, isProvisional);
    }
    return !isProvisional && rename(current, kind, name) ? current.job.enterAgain(current) : null;
  }

  /**
   * Whether what begins now is a part of what this thread works for. What a scheduler hands to its
   * workers in a periodic run of its own is not: that run is only how it finds what is due.
   */
  private static boolean isPartOf(Request current) {
    Request root = current.root();
    return root != null && (root == current || !root.job.isProvisional());
  }

  private static Request begin(
      ThreadState thread, String kind, String name, boolean isProvisional) {
    if (!kind.equals(JOB) && !kind.equals(BATCH)) {
      MainJob.onService();
    }
    Request request = RequestQueue.acquire();
    request.begin(kind, name);
    request.route = name;
    request.job.begin(isProvisional);
    thread.enter(request);
    return request;
  }

  /** Names a run after the job inside it; false when it has a name, or has executed something. */
  private static boolean rename(Request current, String kind, String name) {
    if (!current.job.isProvisional() || current.isBranch() || current.log.executions() > 0) {
      return false;
    }
    current.method = kind;
    current.path = name;
    current.route = name;
    current.job.confirmName();
    return true;
  }

  /** Begins the run of a method that a scheduler calls by reflection. */
  public static @Nullable Request enterMethod(Object task, Object target, Method method) {
    String name = NAMES.get(task);
    if (name == null) {
      name = className(target.getClass()) + '.' + method.getName();
      NAMES.put(task, name);
    }
    return enter(JOB, name);
  }

  /** Begins the run of a job whose class names it. */
  public static @Nullable Request enterObject(Object job, String method) {
    Class<?> type = job.getClass();
    String name = NAMES.get(type);
    if (name == null) {
      name = className(type) + '.' + method;
      NAMES.put(type, name);
    }
    return enter(JOB, name);
  }

  /** The name of a class without what proxies and lambdas append. */
  private static String className(Class<?> type) {
    String name = type.getName();
    int generated = name.indexOf("$$");
    return generated > 0 ? name.substring(0, generated) : name;
  }

  /**
   * Ends a unit of work with its outermost frame.
   *
   * @param job the value of {@link #enter}
   */
  public static void leave(@Nullable Request job, boolean failed) {
    if (job == null) {
      return;
    }
    job.failed |= failed;
    if (job.job.leave()) {
      end(ThreadState.current(), job);
    }
  }

  private static void end(ThreadState thread, Request job) {
    thread.leave(job);
    thread.figures.discard();
    job.principal = null;
    if (job.isIdleRun() && !job.isShared()) {
      RequestQueue.release(job);
    } else {
      RequestQueue.finish(job);
    }
  }

  // ---- Periodic tasks ----

  /** A periodic task is being scheduled: names it while its scheduler is on the stack. */
  public static void onSchedule(@Nullable Object task) {
    if (task != null) {
      nameOf(task);
    }
  }

  /**
   * Begins one run of a periodic task.
   *
   * @param callable the callable of its {@code FutureTask}
   */
  public static @Nullable Request enterPeriodic(@Nullable Object callable) {
    if (callable == null) {
      return null;
    }
    Request current = ThreadState.current().request;
    if (current != null && isPartOf(current)) {
      return null;
    }
    String name = NAMES.get(callable);
    if (name == null) {
      name = nameOf(PeriodicTasks.adapted(callable));
      NAMES.put(callable, name);
    }
    return enter(JOB, name.equals(UNNAMED) ? null : name, true);
  }

  /** Begins one run of a {@code TimerTask}; one that runs once belongs to whoever scheduled it. */
  public static @Nullable Request enterTimerTask(Object task) {
    Request current = ThreadState.current().request;
    return (current != null && isPartOf(current)) || !PeriodicTasks.isPeriodic(task)
        ? null
        : enterTimer(task);
  }

  /** Begins one run of a task that its library has scheduled to run periodically. */
  public static @Nullable Request enterTimer(Object task) {
    String name = nameOf(task);
    return enter(JOB, name.equals(UNNAMED) ? null : name, true);
  }

  private static String nameOf(Object task) {
    String name = NAMES.get(task);
    if (name == null) {
      Engine engine = Engine.current();
      name = engine == null ? UNNAMED : engine.jobName(task);
      NAMES.put(task, name);
    }
    return name;
  }

  // ---- Consumers ----

  /** A consumer of a queue is being registered. */
  public static void onConsume(@Nullable Object consumer, @Nullable String queue) {
    if (consumer != null) {
      NAMES.put(consumer, queue(queue));
    }
  }

  /** The name of a queue without what was generated for it. */
  public static String queue(@Nullable String queue) {
    if (queue == null || queue.isEmpty()) {
      return UNKNOWN;
    }
    int generated = queue.indexOf(GENERATED);
    return generated < 0 ? queue : queue.substring(0, generated + GENERATED.length() - 1);
  }

  /** The queue of a consumer; null if it is not known. */
  public static @Nullable String queueOf(Object consumer) {
    return NAMES.get(consumer);
  }

  /**
   * Wraps a message listener that is a lambda, whose class cannot be woven.
   *
   * @param type the interface of the listener, {@code javax} or {@code jakarta}
   */
  public static @Nullable Object wrapListener(@Nullable Object listener, Class<?> type) {
    return listener != null && listener.getClass().isSynthetic()
        ? ListenerLambda.wrap(listener, type)
        : listener;
  }

  /** Ends a unit, or fails the one that this listener is a part of: its container handles that. */
  public static void leaveListener(@Nullable Request started, boolean failed) {
    leave(started, failed);
    if (started == null && failed) {
      onFailure();
    }
  }

  // ---- Poll loops ----

  /** Before a thread polls again: it is done with the records of its last poll. */
  public static void beforePoll() {
    ThreadState thread = ThreadState.current();
    if (thread.request != null) {
      endPoll(thread);
    }
  }

  /**
   * After a poll that has returned records: what this thread does until its next poll, or until its
   * task ends, is one unit of work.
   */
  public static void afterPoll(String topic) {
    ThreadState thread = ThreadState.current();
    Request current = thread.request;
    if (current != null && isPartOf(current)) {
      rename(current, KAFKA, topic);
    } else if (Engine.current() != null) {
      Request unit = begin(thread, KAFKA, topic, false);
      unit.job.untilNextPoll();
      OpenPolls.add(unit);
    }
  }

  /** Ends the unit of a poll, if this thread is in one. */
  static void endPoll(ThreadState thread) {
    Request current = thread.request;
    if (current != null && current.job.isPoll()) {
      end(thread, current);
    }
  }

  /** An exception was handled by the framework that runs the current job. */
  public static void onFailure() {
    Request current = ThreadState.current().request;
    if (current != null && current.job.isJob()) {
      current.failed = true;
    }
  }
}
