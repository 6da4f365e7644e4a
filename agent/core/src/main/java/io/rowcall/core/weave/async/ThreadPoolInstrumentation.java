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
 * Follows tasks through {@code ThreadPoolExecutor}, Tomcat's own copy of it, and the one-shot tasks
 * of {@code ScheduledThreadPoolExecutor}. What runs again and again belongs to no request.
 */
public final class ThreadPoolInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "java/util/concurrent/ScheduledThreadPoolExecutor",
        "java/util/concurrent/ThreadPoolExecutor",
        "org/apache/tomcat/util/threads/ThreadPoolExecutor");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Submit.class, named("execute").and(takesArguments(Runnable.class)));
    type.advise(
        Delay.class,
        named("delayedExecute")
            .and(takesArgument(0, named("java.util.concurrent.RunnableScheduledFuture"))));
    type.followWorker("runWorker", "beforeExecute", "afterExecute");
  }

  static final class Submit {
    private Submit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Runnable task) {
      task = TaskHooks.attachOrWrap(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Argument(0) @Nullable Runnable task, @Advice.Thrown @Nullable Throwable refused) {
      if (refused != null) {
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
