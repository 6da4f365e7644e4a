package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.concurrent.ForkJoinPool;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Follows tasks through {@code ForkJoinPool}: submitted ones, forked ones, and with them parallel
 * streams and the asynchronous stages of {@code CompletableFuture}. The pool that schedules virtual
 * threads is left alone: its tasks are threads, not work.
 */
public final class ForkJoinInstrumentation implements Instrumentation {
  private static final String TASK = "java.util.concurrent.ForkJoinTask";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "java/util/concurrent/ForkJoinPool", "java/util/concurrent/ForkJoinTask");
  }

  @Override
  public void weave(Weaver type) {
    ElementMatcher.Junction<MethodDescription> push =
        namedOneOf("externalPush", "externalSubmit", "poolSubmit");
    type.advise(PushFirst.class, push.and(takesArgument(0, named(TASK))));
    type.advise(PushSecond.class, push.and(takesArgument(1, named(TASK))));
    type.advise(Fork.class, named("fork").and(takesArguments(0)));
    type.advise(Run.class, named("doExec").and(takesArguments(0)));
  }

  static final class PushFirst {
    private PushFirst() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(0) @Nullable Object task) {
      TaskHooks.submits(pool, pool.getFactory(), task);
    }
  }

  static final class PushSecond {
    private PushSecond() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(1) @Nullable Object task) {
      TaskHooks.submits(pool, pool.getFactory(), task);
    }
  }

  static final class Fork {
    private Fork() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object task) {
      TaskHooks.submits(task);
    }
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.starts(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request branch) {
      TaskHooks.ends(branch);
    }
  }
}
