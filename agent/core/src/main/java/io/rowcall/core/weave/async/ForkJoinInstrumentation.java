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
 * Follows tasks through {@code ForkJoinPool}, submitted and forked ones: with them parallel streams
 * and the asynchronous stages of {@code CompletableFuture}. The scheduler of virtual threads is
 * left alone: its tasks are threads.
 */
public final class ForkJoinInstrumentation implements Instrumentation {
  private static final String POOL = "java/util/concurrent/ForkJoinPool";
  private static final String TASK = "java/util/concurrent/ForkJoinTask";
  private static final String TASK_NAME = "java.util.concurrent.ForkJoinTask";

  @Override
  public Candidates candidates() {
    return Candidates.named(POOL, TASK);
  }

  @Override
  public void weave(Weaver type) {
    ElementMatcher.Junction<MethodDescription> push =
        namedOneOf("externalPush", "externalSubmit", "poolSubmit");
    type.in(POOL)
        .advise(push.and(takesArgument(0, named(TASK_NAME))), PushFirst.class)
        .advise(push.and(takesArgument(1, named(TASK_NAME))), PushSecond.class);
    type.in(TASK)
        .advise(named("fork").and(takesArguments(0)), Fork.class)
        .advise(named("doExec").and(takesArguments(0)), Run.class);
  }

  static final class PushFirst {
    private PushFirst() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(0) @Nullable Object task) {
      TaskHooks.onForkJoinSubmit(pool, pool.getFactory(), task);
    }
  }

  static final class PushSecond {
    private PushSecond() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This ForkJoinPool pool, @Advice.Argument(1) @Nullable Object task) {
      TaskHooks.onForkJoinSubmit(pool, pool.getFactory(), task);
    }
  }

  static final class Fork {
    private Fork() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object task) {
      TaskHooks.onSubmit(task);
    }
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.beforeRun(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request branch) {
      TaskHooks.afterRun(branch);
    }
  }
}
