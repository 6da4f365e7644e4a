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
 * Follows the callbacks of {@code CompletableFuture}. A callback belongs to the request that
 * attached it, even when a thread of a client library or of another request completes the future.
 * An asynchronous stage belongs to the request that created it, whatever its executor does.
 */
public final class CompletableFutureInstrumentation implements Instrumentation {
  private static final String FUTURE = "java/util/concurrent/CompletableFuture$";

  /** The superclass of all completions that have a function to call. */
  private static final String COMPLETION = FUTURE + "UniCompletion";

  private static final String ASYNC_RUN = FUTURE + "AsyncRun";
  private static final String ASYNC_SUPPLY = FUTURE + "AsyncSupply";
  private static final String[] COMPLETIONS = {
    FUTURE + "BiAccept",
    FUTURE + "BiApply",
    FUTURE + "BiRun",
    FUTURE + "OrAccept",
    FUTURE + "OrApply",
    FUTURE + "OrRun",
    FUTURE + "UniAccept",
    FUTURE + "UniApply",
    FUTURE + "UniCompose",
    FUTURE + "UniComposeExceptionally",
    FUTURE + "UniExceptionally",
    FUTURE + "UniHandle",
    FUTURE + "UniRun",
    FUTURE + "UniWhenComplete",
  };

  @Override
  public Candidates candidates() {
    return Candidates.named(COMPLETIONS).and(COMPLETION, ASYNC_RUN, ASYNC_SUPPLY);
  }

  @Override
  public void weave(Weaver type) {
    type.in(COMPLETION, ASYNC_RUN, ASYNC_SUPPLY).adviseConstructors(Attach.class);
    type.in(ASYNC_RUN, ASYNC_SUPPLY).advise(named("run").and(takesArguments(0)), Run.class);
    type.in(COMPLETIONS).advise(named("tryFire").and(takesArguments(int.class)), Fire.class);
  }

  static final class Attach {
    private Attach() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object completion) {
      TaskHooks.onSubmit(completion);
    }
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.beforeRun(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.afterRun(started);
    }
  }

  static final class Fire {
    private Fire() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object completion) {
      return TaskHooks.beforeFire(completion);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.This Object completion,
        @Advice.Enter @Nullable Request started,
        @Advice.FieldValue("dep") @Nullable Object dependent) {
      TaskHooks.afterFire(completion, started, dependent);
    }
  }
}
