package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.rowcall.boot.TaskHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;

/**
 * Follows the one-shot tasks of {@code java.util.Timer} into its thread. What runs again and again
 * belongs to no request.
 */
public final class TimerInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("java/util/Timer", "java/util/TimerThread");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        Schedule.class,
        named("sched")
            .and(takesArgument(0, named("java.util.TimerTask")))
            .and(takesArgument(2, long.class)));
    type.followWorker("mainLoop", "run", "run");
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
