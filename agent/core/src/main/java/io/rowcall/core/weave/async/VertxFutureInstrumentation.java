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
 * Follows the listeners of Vert.x futures (4, 5). A listener belongs to the request that added it,
 * even when the event loop of a client's connection completes the future.
 */
public final class VertxFutureInstrumentation implements Instrumentation {
  private static final String FUTURE = "io/vertx/core/impl/future/FutureImpl";
  private static final String BASE = "io/vertx/core/impl/future/FutureBase";

  @Override
  public Candidates candidates() {
    return Candidates.named(FUTURE, BASE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(FUTURE).advise(named("addListener").and(takesArguments(1)), Add.class);
    type.in(BASE)
        .advise(named("emitSuccess").or(named("emitFailure")).and(takesArguments(2)), Emit.class)
        .advise(named("emitResult").and(takesArguments(3)), EmitResult.class);
  }

  static final class Add {
    private Add() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable Object listener) {
      TaskHooks.onSubmit(listener);
    }
  }

  /** Vert.x 4. */
  static final class Emit {
    private Emit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(1) @Nullable Object listener) {
      return TaskHooks.beforeRun(listener);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.afterRun(started);
    }
  }

  /** Vert.x 5. */
  static final class EmitResult {
    private EmitResult() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Argument(2) @Nullable Object listener) {
      return TaskHooks.beforeRun(listener);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request started) {
      TaskHooks.afterRun(started);
    }
  }
}
