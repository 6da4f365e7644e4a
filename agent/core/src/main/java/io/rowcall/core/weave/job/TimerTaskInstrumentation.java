package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Makes each run of a periodic task of {@code java.util.Timer} a unit of work. Weaves the tasks,
 * because the loop of a timer's thread may be running since before the agent was active.
 */
public final class TimerTaskInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("java/util/TimerTask", "run");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("run").and(takesArguments(0)), Run.class);
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return JobHooks.enterTimerTask(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
