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
 * Gives a {@code FutureTask} the request that makes it, whoever runs it: a runner that drains a
 * queue of such tasks works for each of their requests in turn.
 */
public final class FutureTaskInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("java/util/concurrent/FutureTask");
  }

  @Override
  public void weave(Weaver type) {
    type.adviseConstructors(Make.class);
    type.advise(Run.class, named("run").and(takesArguments(0)));
  }

  static final class Make {
    private Make() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object task) {
      TaskHooks.makesFuture(task);
    }
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.startsMade(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.ends(started);
    }
  }
}
