package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.concurrent.RunnableScheduledFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows tasks through {@code ThreadPoolExecutor}, Tomcat's copy of it, and the one-shot tasks of
 * {@code ScheduledThreadPoolExecutor}. Each run of a periodic task is a job.
 */
public final class ThreadPoolInstrumentation implements Instrumentation {
  private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
  private static final String TOMCATS_POOL = "org/apache/tomcat/util/threads/ThreadPoolExecutor";
  private static final String SCHEDULED_POOL = "java/util/concurrent/ScheduledThreadPoolExecutor";

  @Override
  public Candidates candidates() {
    return Candidates.named(POOL, TOMCATS_POOL, SCHEDULED_POOL);
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("execute").and(takesArguments(Runnable.class)), Submit.class);
    type.in(POOL, TOMCATS_POOL).followWorker("runWorker", "beforeExecute", "afterExecute");
    type.in(SCHEDULED_POOL)
        .advise(
            named("delayedExecute")
                .and(takesArgument(0, named("java.util.concurrent.RunnableScheduledFuture"))),
            Delay.class);
  }

  static final class Submit {
    private Submit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Runnable task) {
      task = TaskHooks.attachOrWrap(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Argument(0) @Nullable Runnable task, @Advice.Thrown @Nullable Throwable rejected) {
      if (rejected != null) {
        TaskHooks.onRejected(task);
      }
    }
  }

  static final class Delay {
    private Delay() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable RunnableScheduledFuture<?> task) {
      if (task != null && !task.isPeriodic()) {
        TaskHooks.onSchedule(task);
      }
    }
  }
}
