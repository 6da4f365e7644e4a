package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jobrunr.jobs.Job;
import org.jspecify.annotations.Nullable;

/** Makes each run of a JobRunr job a unit of work, named after the method that it calls. */
public final class JobRunrInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/jobrunr/server/runner/AbstractBackgroundJobRunner");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("run").and(takesArguments(1)), Run.class);
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(0) Job job) {
      return JobHooks.enter(
          JobHooks.JOB,
          job.getJobDetails()
              .getClassName()
              .concat(".")
              .concat(job.getJobDetails().getMethodName()));
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
