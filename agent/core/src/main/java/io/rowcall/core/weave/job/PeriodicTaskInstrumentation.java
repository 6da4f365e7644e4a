package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.concurrent.FutureTask;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Makes each run of a periodic task of {@code ScheduledThreadPoolExecutor} a unit of work. {@code
 * runAndReset} is what tells a periodic run from one that happens once.
 */
public final class PeriodicTaskInstrumentation implements Instrumentation {
  private static final String TASK = "java/util/concurrent/FutureTask";
  private static final String POOL = "java/util/concurrent/ScheduledThreadPoolExecutor";

  @Override
  public Candidates candidates() {
    return Candidates.named(TASK, POOL);
  }

  @Override
  public void weave(Weaver type) {
    type.in(TASK).advise(named("runAndReset").and(takesArguments(0)), Run.class);
    type.in(POOL)
        .advise(
            namedOneOf("scheduleAtFixedRate", "scheduleWithFixedDelay")
                .and(takesArgument(0, Runnable.class)),
            Schedule.class);
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.FieldValue("callable") @Nullable Object callable) {
      return JobHooks.enterPeriodic(callable);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.This FutureTask<?> task,
        @Advice.Enter @Nullable Request started,
        @Advice.Return boolean runsAgain) {
      JobHooks.leave(started, !runsAgain && !task.isCancelled());
    }
  }

  static final class Schedule {
    private Schedule() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable Object task) {
      JobHooks.onSchedule(task);
    }
  }
}
