package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows the runs of tasks that cannot be wrapped, because their classes are more than a {@code
 * Runnable}. Each such class is woven when an executor is given its first task.
 */
public final class TaskRunInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named();
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("run").and(takesArguments(0)), Run.class);
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.beforeRun(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.afterRun(started);
    }
  }
}
