package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.TaskHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Follows tasks into executors of applications and libraries, whatever they are made of: anything
 * with a method {@code execute}, {@code submit} or {@code schedule} that takes one, and its {@code
 * invokeAll} and {@code invokeAny}. The outermost one gives the task its request; what it submits
 * further inside is its own affair. What is scheduled again and again belongs to no request.
 */
public final class ExecutorInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.takingTasks();
  }

  @Override
  public void weave(Weaver type) {
    type.advise(TakeRunnable.class, once().and(takesArgument(0, Runnable.class)));
    type.advise(TakeCallable.class, once().and(takesArgument(0, Callable.class)));
    type.advise(
        TakeAll.class,
        namedOneOf("invokeAll", "invokeAny").and(takesArgument(0, Collection.class)));
  }

  private static ElementMatcher.Junction<MethodDescription> once() {
    return namedOneOf("execute", "submit")
        .or(
            named("schedule")
                .and(takesArguments(3))
                .and(takesArgument(1, long.class))
                .and(takesArgument(2, TimeUnit.class)));
  }

  static final class TakeRunnable {
    private TakeRunnable() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Runnable task) {
      boolean outside = TaskHooks.submitsOutside(task);
      if (outside) {
        task = TaskHooks.carriedOutside(task);
      }
      return outside;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean outside) {
      TaskHooks.submitted(outside);
    }
  }

  static final class TakeCallable {
    private TakeCallable() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Callable<?> task) {
      boolean outside = TaskHooks.submitsOutside(task);
      if (outside) {
        task = TaskHooks.carriedOutside(task);
      }
      return outside;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean outside) {
      TaskHooks.submitted(outside);
    }
  }

  static final class TakeAll {
    private TakeAll() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(
        @Advice.Argument(value = 0, readOnly = false) @Nullable Collection<?> tasks) {
      boolean outside = TaskHooks.submitsOutside(tasks);
      if (outside) {
        tasks = TaskHooks.carriedOutside(tasks);
      }
      return outside;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean outside) {
      TaskHooks.submitted(outside);
    }
  }
}
