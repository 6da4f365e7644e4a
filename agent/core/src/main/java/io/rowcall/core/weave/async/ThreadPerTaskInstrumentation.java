package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.ThreadHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;

/**
 * Follows tasks into the threads, mostly virtual ones, that an executor starts for each of them.
 * The thread enters the request when it first needs it, so {@code VirtualThread} is not woven.
 */
public final class ThreadPerTaskInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("java/util/concurrent/ThreadPerTaskExecutor");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("start").and(takesArgument(0, Thread.class)), Start.class);
    type.advise(named("taskComplete").and(takesArgument(0, Thread.class)), Complete.class);
  }

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) Object thread) {
      TaskHooks.onSubmit(thread);
    }
  }

  static final class Complete {
    private Complete() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      ThreadHooks.onExit();
    }
  }
}
