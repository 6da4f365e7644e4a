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
 * Follows the callbacks of {@code CompletableFuture}: a callback belongs to the request that has
 * attached it, whichever thread completes the future, be it one of a client library or one that
 * works for another request; and an asynchronous stage to the one that has made it, whatever its
 * executor does.
 */
public final class CompletableFutureInstrumentation implements Instrumentation {
  private static final String FUTURE = "java/util/concurrent/CompletableFuture$";

  /** The super class of all completions that have a function to call. */
  private static final String COMPLETION = "UniCompletion";

  @Override
  public Candidates candidates() {
    return Candidates.named(
        FUTURE + "AsyncRun",
        FUTURE + "AsyncSupply",
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
        FUTURE + COMPLETION,
        FUTURE + "UniExceptionally",
        FUTURE + "UniHandle",
        FUTURE + "UniRun",
        FUTURE + "UniWhenComplete");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("CompletableFuture$" + COMPLETION)) {
      type.adviseConstructors(Attach.class);
    } else if (type.isNamed("CompletableFuture$AsyncRun")
        || type.isNamed("CompletableFuture$AsyncSupply")) {
      type.adviseConstructors(Attach.class);
      type.advise(Run.class, named("run").and(takesArguments(0)));
    } else {
      type.advise(Fire.class, named("tryFire").and(takesArguments(int.class)));
    }
  }

  static final class Attach {
    private Attach() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object completion) {
      TaskHooks.submits(completion);
    }
  }

  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object task) {
      return TaskHooks.starts(task);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.ends(started);
    }
  }

  static final class Fire {
    private Fire() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object completion) {
      return TaskHooks.fires(completion);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.This Object completion,
        @Advice.Enter @Nullable Request started,
        @Advice.FieldValue("dep") @Nullable Object dependent) {
      TaskHooks.fired(completion, started, dependent);
    }
  }
}
