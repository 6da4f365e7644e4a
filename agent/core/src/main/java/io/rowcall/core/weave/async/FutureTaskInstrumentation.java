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
 * Gives a {@code FutureTask} to the request that creates it, whatever thread runs it: a runner that
 * drains a queue of such tasks works for each of their requests in turn.
 */
public final class FutureTaskInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("java/util/concurrent/FutureTask");
  }

  @Override
  public void weave(Weaver type) {
    type.adviseConstructors(Create.class);
    type.advise(named("run").and(takesArguments(0)), Run.class);
  }

  static final class Create {
    private Create() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object task) {
      TaskHooks.onCreateFuture(task);
    }
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.beforeCreatedRun(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.afterRun(started);
    }
  }
}
