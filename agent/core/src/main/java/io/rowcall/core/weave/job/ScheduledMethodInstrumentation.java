package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.isAnnotatedWith;
import static net.bytebuddy.matcher.ElementMatchers.nameEndsWith;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationSource;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Makes each run of a method that is annotated with {@code Scheduled} a unit of work: Spring's,
 * Quarkus's, Micronaut's, or that of any other scheduler, because they all call it so.
 */
public final class ScheduledMethodInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.mentioningScheduled();
  }

  @Override
  public void weave(Weaver type) {
    type.advise(isScheduled(), Run.class);
  }

  /** One annotation, or the container of several. */
  private static ElementMatcher.Junction<AnnotationSource> isScheduled() {
    return isAnnotatedWith(
        nameEndsWith(".Scheduled").or(nameEndsWith(".Schedules")).or(nameEndsWith("$Schedules")));
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Origin("#t.#m") String name) {
      return JobHooks.enter(JobHooks.JOB, name);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
