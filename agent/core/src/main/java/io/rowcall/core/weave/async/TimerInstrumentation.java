package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.rowcall.boot.TaskHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;

/**
 * Follows the one-shot tasks of {@code java.util.Timer} into its thread. Each run of a periodic
 * task is a job.
 */
public final class TimerInstrumentation implements Instrumentation {
  private static final String TIMER = "java/util/Timer";
  private static final String THREAD = "java/util/TimerThread";

  @Override
  public Candidates candidates() {
    return Candidates.named(TIMER, THREAD);
  }

  @Override
  public void weave(Weaver type) {
    type.in(TIMER)
        .advise(
            named("sched")
                .and(takesArgument(0, named("java.util.TimerTask")))
                .and(takesArgument(2, long.class)),
            Schedule.class);
    type.in(THREAD).followWorker("mainLoop", "run", "run");
  }

  static final class Schedule {
    private Schedule() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) Object task, @Advice.Argument(2) long period) {
      if (period == 0) {
        TaskHooks.onSchedule(task);
      }
    }
  }
}
