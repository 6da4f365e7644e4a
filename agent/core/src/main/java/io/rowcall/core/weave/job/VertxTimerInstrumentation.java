package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Makes each run of a periodic timer of Vert.x (4, 5) a unit of work, named after the class or
 * method of its handler. A timer that runs once belongs to whoever has set it.
 */
public final class VertxTimerInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("io/vertx/core/impl/VertxImpl$InternalTimerHandler");
  }

  @Override
  public void weave(Weaver type) {
    type.adviseConstructors(Schedule.class)
        .advise(named("handle").and(takesArguments(1)).and(not(isBridge())), Run.class);
  }

  static final class Schedule {
    private Schedule() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.FieldValue("handler") @Nullable Object handler,
        @Advice.FieldValue("periodic") boolean periodic) {
      if (periodic) {
        JobHooks.onSchedule(handler);
      }
    }
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(
        @Advice.FieldValue("handler") @Nullable Object handler,
        @Advice.FieldValue("periodic") boolean periodic) {
      return periodic && handler != null ? JobHooks.enterTimer(handler) : null;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
