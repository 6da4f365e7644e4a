package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Names the runs of Spring's scheduled methods after these, whether an annotation or XML schedules
 * them.
 */
public final class SpringSchedulingInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/springframework/scheduling/support/ScheduledMethodRunnable");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("run").and(takesArguments(0)), Run.class);
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(
        @Advice.This Object task,
        @Advice.FieldValue("target") Object target,
        @Advice.FieldValue("method") Method method) {
      return JobHooks.enterMethod(task, target, method);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
