package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.ExecutorHooks;
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
 * Follows tasks into executors of applications and libraries: any class with a method {@code
 * execute}, {@code submit} or {@code schedule} that takes one, and its {@code invokeAll} and {@code
 * invokeAny}. The outermost executor gives the task its request; what executors submit to each
 * other inside belongs to no request. Each run of a periodic task is a job.
 */
public final class ExecutorInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.takingTasks();
  }

  @Override
  public void weave(Weaver type) {
    type.advise(submitting().and(takesArgument(0, Runnable.class)), TakeRunnable.class);
    type.advise(submitting().and(takesArgument(0, Callable.class)), TakeCallable.class);
    type.advise(
        namedOneOf("invokeAll", "invokeAny").and(takesArgument(0, Collection.class)),
        TakeAll.class);
  }

  private static ElementMatcher.Junction<MethodDescription> submitting() {
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
      boolean outermost = ExecutorHooks.beforeSubmit(task);
      if (outermost) {
        task = ExecutorHooks.wrap(task);
      }
      return outermost;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean outermost) {
      ExecutorHooks.afterSubmit(outermost);
    }
  }

  static final class TakeCallable {
    private TakeCallable() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.Argument(value = 0, readOnly = false) @Nullable Callable<?> task) {
      boolean outermost = ExecutorHooks.beforeSubmit(task);
      if (outermost) {
        task = ExecutorHooks.wrap(task);
      }
      return outermost;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean outermost) {
      ExecutorHooks.afterSubmit(outermost);
    }
  }

  static final class TakeAll {
    private TakeAll() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(
        @Advice.Argument(value = 0, readOnly = false) @Nullable Collection<?> tasks) {
      boolean outermost = ExecutorHooks.beforeSubmit(tasks);
      if (outermost) {
        tasks = ExecutorHooks.wrap(tasks);
      }
      return outermost;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean outermost) {
      ExecutorHooks.afterSubmit(outermost);
    }
  }
}
