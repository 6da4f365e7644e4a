package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows the runs of tasks whose classes have more to them than to run or to be called, so that
 * they cannot be wrapped. Each such class is picked when an executor is given the first task of it.
 */
public final class TaskRunInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named();
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Run.class, namedOneOf("run", "call").and(takesArguments(0)));
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.startsSubmitted(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.ends(started);
    }
  }
}
