package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Makes each execution of a Quartz job a unit of work, named after the class of the job. */
public final class QuartzInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("org/quartz/Job", "execute");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("execute")
            .and(takesArguments(1))
            .and(takesArgument(0, named("org.quartz.JobExecutionContext"))),
        Execute.class);
  }

  static final class Execute {
    private Execute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object job) {
      return JobHooks.enterObject(job, "execute");
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
